package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The container user of {@code Pod.status.initContainerStatuses[].user}.
 *
 * @param linux the linux: {@code linux}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record ContainerUser(@Proto(1) @Nullable LinuxContainerUser linux, UnknownFields unknown)
        implements ContainerUserWith {}
