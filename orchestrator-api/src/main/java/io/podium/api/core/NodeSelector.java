package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;

/**
 * The node selector of {@code Pod.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution}.
 *
 * @param nodeSelectorTerms the node selector terms: {@code nodeSelectorTerms}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record NodeSelector(@Proto(1) @Always List<NodeSelectorTerm> nodeSelectorTerms, UnknownFields unknown)
        implements NodeSelectorWith {
    /** Copies lists and maps; maps are sorted by key. */
    public NodeSelector {
        nodeSelectorTerms = List.copyOf(nodeSelectorTerms);
    }
}
