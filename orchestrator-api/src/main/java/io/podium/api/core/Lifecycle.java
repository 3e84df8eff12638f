package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The lifecycle of {@code Pod.spec.initContainers[].lifecycle}.
 *
 * @param postStart the post start: {@code postStart}
 * @param preStop the pre stop: {@code preStop}
 * @param stopSignal the stop signal: {@code stopSignal}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record Lifecycle(
        @Proto(1) @Nullable LifecycleHandler postStart,
        @Proto(2) @Nullable LifecycleHandler preStop,
        @Proto(3) @Nullable String stopSignal,
        UnknownFields unknown)
        implements LifecycleWith {}
