package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.ListSet;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;

/**
 * The container restart rule on exit codes of {@code Pod.spec.initContainers[].restartPolicyRules[].exitCodes}.
 *
 * @param operator the operator: {@code operator}
 * @param values the values: {@code values}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record ContainerRestartRuleOnExitCodes(
        @Proto(1) String operator, @Proto(2) @ListSet List<Integer> values, UnknownFields unknown)
        implements ContainerRestartRuleOnExitCodesWith {
    /** Copies lists and maps; maps are sorted by key. */
    public ContainerRestartRuleOnExitCodes {
        values = List.copyOf(values);
    }
}
