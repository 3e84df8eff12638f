package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The pod readiness gate of {@code Pod.spec.readinessGates[]}.
 *
 * @param conditionType the condition type: {@code conditionType}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record PodReadinessGate(@Proto(1) @Always String conditionType, UnknownFields unknown)
        implements PodReadinessGateWith {}
