package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The container restart rule of {@code Pod.spec.initContainers[].restartPolicyRules[]}.
 *
 * @param action the action: {@code action}
 * @param exitCodes the exit codes: {@code exitCodes}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record ContainerRestartRule(
        @Proto(1) String action, @Proto(2) @Nullable ContainerRestartRuleOnExitCodes exitCodes, UnknownFields unknown)
        implements ContainerRestartRuleWith {}
