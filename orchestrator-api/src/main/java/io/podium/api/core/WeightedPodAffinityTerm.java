package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The weighted pod affinity term of {@code Pod.spec.affinity.podAffinity.preferredDuringSchedulingIgnoredDuringExecution[]}.
 *
 * @param weight the weight: {@code weight}
 * @param podAffinityTerm the pod affinity term: {@code podAffinityTerm}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record WeightedPodAffinityTerm(
        @Proto(1) @Always int weight, @Proto(2) @Always PodAffinityTerm podAffinityTerm, UnknownFields unknown)
        implements WeightedPodAffinityTermWith {}
