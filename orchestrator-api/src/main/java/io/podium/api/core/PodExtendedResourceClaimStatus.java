package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;

/**
 * The pod extended resource claim status of {@code Pod.status.extendedResourceClaimStatus}.
 *
 * @param requestMappings the request mappings: {@code requestMappings}
 * @param resourceClaimName the resource claim name: {@code resourceClaimName}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record PodExtendedResourceClaimStatus(
        @Proto(1) @Always List<ContainerExtendedResourceRequest> requestMappings,
        @Proto(2) @Always String resourceClaimName,
        UnknownFields unknown)
        implements PodExtendedResourceClaimStatusWith {
    /** Copies lists and maps; maps are sorted by key. */
    public PodExtendedResourceClaimStatus {
        requestMappings = List.copyOf(requestMappings);
    }
}
