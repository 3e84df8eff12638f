package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The container resize policy of {@code Pod.spec.initContainers[].resizePolicy[]}.
 *
 * @param resourceName the resource name: {@code resourceName}
 * @param restartPolicy the restart policy: {@code restartPolicy}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record ContainerResizePolicy(
        @Proto(1) @Always String resourceName,
        @Proto(2) @Always String restartPolicy,
        UnknownFields unknown) implements ContainerResizePolicyWith {}
