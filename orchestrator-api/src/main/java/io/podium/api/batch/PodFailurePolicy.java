package io.podium.api.batch;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;

/**
 * The pod failure policy of {@code Job.spec.podFailurePolicy}.
 *
 * @param rules the rules: {@code rules}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record PodFailurePolicy(@Proto(1) @Always List<PodFailurePolicyRule> rules, UnknownFields unknown)
        implements PodFailurePolicyWith {
    /** Copies lists and maps; maps are sorted by key. */
    public PodFailurePolicy {
        rules = List.copyOf(rules);
    }
}
