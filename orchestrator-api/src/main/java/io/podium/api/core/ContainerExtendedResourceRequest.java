package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The container extended resource request of {@code Pod.status.extendedResourceClaimStatus.requestMappings[]}.
 *
 * @param containerName the container name: {@code containerName}
 * @param resourceName the resource name: {@code resourceName}
 * @param requestName the request name: {@code requestName}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record ContainerExtendedResourceRequest(
        @Proto(1) @Always String containerName,
        @Proto(2) @Always String resourceName,
        @Proto(3) @Always String requestName,
        UnknownFields unknown)
        implements ContainerExtendedResourceRequestWith {}
