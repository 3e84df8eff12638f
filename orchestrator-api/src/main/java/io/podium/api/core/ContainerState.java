package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The container state of {@code Pod.status.initContainerStatuses[].state}.
 *
 * @param waiting the waiting: {@code waiting}
 * @param running the running: {@code running}
 * @param terminated the terminated: {@code terminated}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record ContainerState(
        @Proto(1) @Nullable ContainerStateWaiting waiting,
        @Proto(2) @Nullable ContainerStateRunning running,
        @Proto(3) @Nullable ContainerStateTerminated terminated,
        UnknownFields unknown)
        implements ContainerStateWith {}
