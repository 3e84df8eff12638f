package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.ListSet;
import io.podium.api.schema.MergeKey;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The node spec of {@code Node.spec}.
 *
 * @param podCIDR the pod CIDR: {@code podCIDR}
 * @param podCIDRs the pod CID rs: {@code podCIDRs}
 * @param providerID the provider ID: {@code providerID}
 * @param unschedulable the unschedulable: {@code unschedulable}
 * @param taints the taints: {@code taints}
 * @param configSource the config source: {@code configSource}
 * @param externalID the external ID: {@code externalID}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record NodeSpec(
        @Proto(1) String podCIDR,
        @Proto(7) @ListSet @MergeKey List<String> podCIDRs,
        @Proto(3) String providerID,
        @Proto(4) boolean unschedulable,
        @Proto(5) List<Taint> taints,
        @Proto(6) @Nullable NodeConfigSource configSource,
        @Proto(2) String externalID,
        UnknownFields unknown)
        implements NodeSpecWith {
    /** Copies lists and maps; maps are sorted by key. */
    public NodeSpec {
        podCIDRs = List.copyOf(podCIDRs);
        taints = List.copyOf(taints);
    }
}
