package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The pod resource claim status of {@code Pod.status.resourceClaimStatuses[]}.
 *
 * @param name the name: {@code name}
 * @param resourceClaimName the resource claim name: {@code resourceClaimName}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record PodResourceClaimStatus(
        @Proto(1) @Always String name, @Proto(2) @Nullable String resourceClaimName, UnknownFields unknown)
        implements PodResourceClaimStatusWith {}
