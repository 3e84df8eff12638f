package io.podium.api.core;

import io.podium.api.meta.LabelSelector;
import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Atomic;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The topology spread constraint of {@code Pod.spec.topologySpreadConstraints[]}.
 *
 * @param maxSkew the max skew: {@code maxSkew}
 * @param topologyKey the topology key: {@code topologyKey}
 * @param whenUnsatisfiable the when unsatisfiable: {@code whenUnsatisfiable}
 * @param labelSelector the label selector: {@code labelSelector}
 * @param minDomains the min domains: {@code minDomains}
 * @param nodeAffinityPolicy the node affinity policy: {@code nodeAffinityPolicy}
 * @param nodeTaintsPolicy the node taints policy: {@code nodeTaintsPolicy}
 * @param matchLabelKeys the match label keys: {@code matchLabelKeys}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record TopologySpreadConstraint(
        @Proto(1) @Always int maxSkew,
        @Proto(2) @Always String topologyKey,
        @Proto(3) @Always String whenUnsatisfiable,
        @Proto(4) @Atomic @Nullable LabelSelector labelSelector,
        @Proto(5) @Nullable Integer minDomains,
        @Proto(6) @Nullable String nodeAffinityPolicy,
        @Proto(7) @Nullable String nodeTaintsPolicy,
        @Proto(8) List<String> matchLabelKeys,
        UnknownFields unknown)
        implements TopologySpreadConstraintWith {
    /** Copies lists and maps; maps are sorted by key. */
    public TopologySpreadConstraint {
        matchLabelKeys = List.copyOf(matchLabelKeys);
    }
}
