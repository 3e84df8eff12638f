package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;

/**
 * The pod affinity of {@code Pod.spec.affinity.podAffinity}.
 *
 * @param requiredDuringSchedulingIgnoredDuringExecution the required during scheduling ignored during execution: {@code requiredDuringSchedulingIgnoredDuringExecution}
 * @param preferredDuringSchedulingIgnoredDuringExecution the preferred during scheduling ignored during execution: {@code preferredDuringSchedulingIgnoredDuringExecution}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record PodAffinity(
        @Proto(1) List<PodAffinityTerm> requiredDuringSchedulingIgnoredDuringExecution,
        @Proto(2) List<WeightedPodAffinityTerm> preferredDuringSchedulingIgnoredDuringExecution,
        UnknownFields unknown)
        implements PodAffinityWith {
    /** Copies lists and maps; maps are sorted by key. */
    public PodAffinity {
        requiredDuringSchedulingIgnoredDuringExecution = List.copyOf(requiredDuringSchedulingIgnoredDuringExecution);
        preferredDuringSchedulingIgnoredDuringExecution = List.copyOf(preferredDuringSchedulingIgnoredDuringExecution);
    }
}
