package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The container state running of {@code Pod.status.initContainerStatuses[].state.running}.
 *
 * @param startedAt the started at: {@code startedAt}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record ContainerStateRunning(
        @Proto(1) @Always @Nullable Instant startedAt, UnknownFields unknown) implements ContainerStateRunningWith {}
