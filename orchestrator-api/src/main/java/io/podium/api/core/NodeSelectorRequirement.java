package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;

/**
 * The node selector requirement of {@code Pod.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[].matchExpressions[]}.
 *
 * @param key the key: {@code key}
 * @param operator the operator: {@code operator}
 * @param values the values: {@code values}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record NodeSelectorRequirement(
        @Proto(1) @Always String key,
        @Proto(2) @Always String operator,
        @Proto(3) List<String> values,
        UnknownFields unknown)
        implements NodeSelectorRequirementWith {
    /** Copies lists and maps; maps are sorted by key. */
    public NodeSelectorRequirement {
        values = List.copyOf(values);
    }
}
