package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The affinity of {@code Pod.spec.affinity}.
 *
 * @param nodeAffinity the node affinity: {@code nodeAffinity}
 * @param podAffinity the pod affinity: {@code podAffinity}
 * @param podAntiAffinity the pod anti affinity: {@code podAntiAffinity}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record Affinity(
        @Proto(1) @Nullable NodeAffinity nodeAffinity,
        @Proto(2) @Nullable PodAffinity podAffinity,
        @Proto(3) @Nullable PodAntiAffinity podAntiAffinity,
        UnknownFields unknown)
        implements AffinityWith {}
