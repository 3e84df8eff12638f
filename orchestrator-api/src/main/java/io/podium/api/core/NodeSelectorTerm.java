package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;

/**
 * The node selector term of {@code Pod.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[]}.
 *
 * @param matchExpressions the match expressions: {@code matchExpressions}
 * @param matchFields the match fields: {@code matchFields}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record NodeSelectorTerm(
        @Proto(1) List<NodeSelectorRequirement> matchExpressions,
        @Proto(2) List<NodeSelectorRequirement> matchFields,
        UnknownFields unknown)
        implements NodeSelectorTermWith {
    /** Copies lists and maps; maps are sorted by key. */
    public NodeSelectorTerm {
        matchExpressions = List.copyOf(matchExpressions);
        matchFields = List.copyOf(matchFields);
    }
}
