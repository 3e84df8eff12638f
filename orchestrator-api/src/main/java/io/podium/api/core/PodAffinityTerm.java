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
 * The pod affinity term of {@code Pod.spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[]}.
 *
 * @param labelSelector the label selector: {@code labelSelector}
 * @param namespaces the namespaces: {@code namespaces}
 * @param topologyKey the topology key: {@code topologyKey}
 * @param namespaceSelector the namespace selector: {@code namespaceSelector}
 * @param matchLabelKeys the match label keys: {@code matchLabelKeys}
 * @param mismatchLabelKeys the mismatch label keys: {@code mismatchLabelKeys}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record PodAffinityTerm(
        @Proto(1) @Atomic @Nullable LabelSelector labelSelector,
        @Proto(2) List<String> namespaces,
        @Proto(3) @Always String topologyKey,
        @Proto(4) @Atomic @Nullable LabelSelector namespaceSelector,
        @Proto(5) List<String> matchLabelKeys,
        @Proto(6) List<String> mismatchLabelKeys,
        UnknownFields unknown)
        implements PodAffinityTermWith {
    /** Copies lists and maps; maps are sorted by key. */
    public PodAffinityTerm {
        namespaces = List.copyOf(namespaces);
        matchLabelKeys = List.copyOf(matchLabelKeys);
        mismatchLabelKeys = List.copyOf(mismatchLabelKeys);
    }
}
