package io.podium.api.policy;

import io.podium.api.meta.DeleteOptions;
import io.podium.api.meta.ObjectMeta;
import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * Kubernetes' eviction.
 *
 * @param metadata the metadata: {@code metadata}
 * @param deleteOptions the delete options: {@code deleteOptions}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record Eviction(
        @Proto(1) @Always ObjectMeta metadata,
        @Proto(2) @Nullable DeleteOptions deleteOptions,
        UnknownFields unknown) implements EvictionWith {}
