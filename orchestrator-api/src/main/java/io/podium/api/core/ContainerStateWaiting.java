package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The container state waiting of {@code Pod.status.initContainerStatuses[].state.waiting}.
 *
 * @param reason the reason: {@code reason}
 * @param message the message: {@code message}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record ContainerStateWaiting(
        @Proto(1) String reason, @Proto(2) String message, UnknownFields unknown)
        implements ContainerStateWaitingWith {}
