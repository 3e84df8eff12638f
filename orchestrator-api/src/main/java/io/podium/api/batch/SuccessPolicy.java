package io.podium.api.batch;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;

/**
 * The success policy of {@code Job.spec.successPolicy}.
 *
 * @param rules the rules: {@code rules}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record SuccessPolicy(@Proto(1) @Always List<SuccessPolicyRule> rules, UnknownFields unknown)
        implements SuccessPolicyWith {
    /** Copies lists and maps; maps are sorted by key. */
    public SuccessPolicy {
        rules = List.copyOf(rules);
    }
}
