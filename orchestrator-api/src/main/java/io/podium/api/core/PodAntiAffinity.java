package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;

/**
 * The pod anti affinity of {@code Pod.spec.affinity.podAntiAffinity}.
 *
 * @param requiredDuringSchedulingIgnoredDuringExecution the required during scheduling ignored during execution: {@code requiredDuringSchedulingIgnoredDuringExecution}
 * @param preferredDuringSchedulingIgnoredDuringExecution the preferred during scheduling ignored during execution: {@code preferredDuringSchedulingIgnoredDuringExecution}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record PodAntiAffinity(
        @Proto(1) List<PodAffinityTerm> requiredDuringSchedulingIgnoredDuringExecution,
        @Proto(2) List<WeightedPodAffinityTerm> preferredDuringSchedulingIgnoredDuringExecution,
        UnknownFields unknown)
        implements PodAntiAffinityWith {
    /** Copies lists and maps; maps are sorted by key. */
    public PodAntiAffinity {
        requiredDuringSchedulingIgnoredDuringExecution = List.copyOf(requiredDuringSchedulingIgnoredDuringExecution);
        preferredDuringSchedulingIgnoredDuringExecution = List.copyOf(preferredDuringSchedulingIgnoredDuringExecution);
    }
}
