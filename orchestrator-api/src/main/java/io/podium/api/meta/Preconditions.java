package io.podium.api.meta;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * Kubernetes' preconditions.
 *
 * @param uid the uid: {@code uid}
 * @param resourceVersion the resource version: {@code resourceVersion}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record Preconditions(
        @Proto(1) @Nullable String uid, @Proto(2) @Nullable String resourceVersion, UnknownFields unknown)
        implements PreconditionsWith {}
