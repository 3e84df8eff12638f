package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The container state terminated of {@code Pod.status.initContainerStatuses[].state.terminated}.
 *
 * @param exitCode the exit code: {@code exitCode}
 * @param signal the signal: {@code signal}
 * @param reason the reason: {@code reason}
 * @param message the message: {@code message}
 * @param startedAt the started at: {@code startedAt}
 * @param finishedAt the finished at: {@code finishedAt}
 * @param containerID the container ID: {@code containerID}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record ContainerStateTerminated(
        @Proto(1) @Always int exitCode,
        @Proto(2) int signal,
        @Proto(3) String reason,
        @Proto(4) String message,
        @Proto(5) @Always @Nullable Instant startedAt,
        @Proto(6) @Always @Nullable Instant finishedAt,
        @Proto(7) String containerID,
        UnknownFields unknown)
        implements ContainerStateTerminatedWith {}
