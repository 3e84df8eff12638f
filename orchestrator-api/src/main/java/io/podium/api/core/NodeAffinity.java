package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Atomic;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The node affinity of {@code Pod.spec.affinity.nodeAffinity}.
 *
 * @param requiredDuringSchedulingIgnoredDuringExecution the required during scheduling ignored during execution: {@code requiredDuringSchedulingIgnoredDuringExecution}
 * @param preferredDuringSchedulingIgnoredDuringExecution the preferred during scheduling ignored during execution: {@code preferredDuringSchedulingIgnoredDuringExecution}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record NodeAffinity(
        @Proto(1) @Atomic @Nullable NodeSelector requiredDuringSchedulingIgnoredDuringExecution,
        @Proto(2) List<PreferredSchedulingTerm> preferredDuringSchedulingIgnoredDuringExecution,
        UnknownFields unknown)
        implements NodeAffinityWith {
    /** Copies lists and maps; maps are sorted by key. */
    public NodeAffinity {
        preferredDuringSchedulingIgnoredDuringExecution = List.copyOf(preferredDuringSchedulingIgnoredDuringExecution);
    }
}
