package io.podium.api.batch;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.ListSet;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pod failure policy on exit codes requirement of {@code Job.spec.podFailurePolicy.rules[].onExitCodes}.
 *
 * @param containerName the container name: {@code containerName}
 * @param operator the operator: {@code operator}
 * @param values the values: {@code values}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record PodFailurePolicyOnExitCodesRequirement(
        @Proto(1) @Nullable String containerName,
        @Proto(2) @Always String operator,
        @Proto(3) @Always @ListSet List<Integer> values,
        UnknownFields unknown)
        implements PodFailurePolicyOnExitCodesRequirementWith {
    /** Copies lists and maps; maps are sorted by key. */
    public PodFailurePolicyOnExitCodesRequirement {
        values = List.copyOf(values);
    }
}
