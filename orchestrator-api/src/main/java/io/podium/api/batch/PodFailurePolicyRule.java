package io.podium.api.batch;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pod failure policy rule of {@code Job.spec.podFailurePolicy.rules[]}.
 *
 * @param action the action: {@code action}
 * @param onExitCodes the on exit codes: {@code onExitCodes}
 * @param onPodConditions the on pod conditions: {@code onPodConditions}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record PodFailurePolicyRule(
        @Proto(1) @Always String action,
        @Proto(2) @Nullable PodFailurePolicyOnExitCodesRequirement onExitCodes,
        @Proto(3) List<PodFailurePolicyOnPodConditionsPattern> onPodConditions,
        UnknownFields unknown)
        implements PodFailurePolicyRuleWith {
    /** Copies lists and maps; maps are sorted by key. */
    public PodFailurePolicyRule {
        onPodConditions = List.copyOf(onPodConditions);
    }
}
