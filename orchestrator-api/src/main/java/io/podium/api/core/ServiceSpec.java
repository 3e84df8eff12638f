package io.podium.api.core;

import io.podium.api.meta.Sorted;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Atomic;
import io.podium.api.schema.ListMap;
import io.podium.api.schema.MergeKey;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The service spec of {@code Service.spec}.
 *
 * @param ports the ports: {@code ports}
 * @param selector the selector: {@code selector}
 * @param clusterIP the cluster IP: {@code clusterIP}
 * @param clusterIPs the cluster i ps: {@code clusterIPs}
 * @param type the type: {@code type}
 * @param externalIPs the external i ps: {@code externalIPs}
 * @param sessionAffinity the session affinity: {@code sessionAffinity}
 * @param loadBalancerIP the load balancer IP: {@code loadBalancerIP}
 * @param loadBalancerSourceRanges the load balancer source ranges: {@code loadBalancerSourceRanges}
 * @param externalName the external name: {@code externalName}
 * @param externalTrafficPolicy the external traffic policy: {@code externalTrafficPolicy}
 * @param healthCheckNodePort the health check node port: {@code healthCheckNodePort}
 * @param publishNotReadyAddresses the publish not ready addresses: {@code publishNotReadyAddresses}
 * @param sessionAffinityConfig the session affinity config: {@code sessionAffinityConfig}
 * @param ipFamilies the ip families: {@code ipFamilies}
 * @param ipFamilyPolicy the ip family policy: {@code ipFamilyPolicy}
 * @param allocateLoadBalancerNodePorts the allocate load balancer node ports: {@code allocateLoadBalancerNodePorts}
 * @param loadBalancerClass the load balancer class: {@code loadBalancerClass}
 * @param internalTrafficPolicy the internal traffic policy: {@code internalTrafficPolicy}
 * @param trafficDistribution the traffic distribution: {@code trafficDistribution}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record ServiceSpec(
        @Proto(1) @ListMap({"port", "protocol"}) @MergeKey("port")
        List<ServicePort> ports,

        @Proto(2) @Atomic Map<String, String> selector,
        @Proto(3) String clusterIP,
        @Proto(18) List<String> clusterIPs,
        @Proto(4) String type,
        @Proto(5) List<String> externalIPs,
        @Proto(7) String sessionAffinity,
        @Proto(8) String loadBalancerIP,
        @Proto(9) List<String> loadBalancerSourceRanges,
        @Proto(10) String externalName,
        @Proto(11) String externalTrafficPolicy,
        @Proto(12) int healthCheckNodePort,
        @Proto(13) boolean publishNotReadyAddresses,
        @Proto(14) @Nullable SessionAffinityConfig sessionAffinityConfig,
        @Proto(19) List<String> ipFamilies,
        @Proto(17) @Nullable String ipFamilyPolicy,
        @Proto(20) @Nullable Boolean allocateLoadBalancerNodePorts,
        @Proto(21) @Nullable String loadBalancerClass,
        @Proto(22) @Nullable String internalTrafficPolicy,
        @Proto(23) @Nullable String trafficDistribution,
        UnknownFields unknown)
        implements ServiceSpecWith {
    /** Copies lists and maps; maps are sorted by key. */
    public ServiceSpec {
        ports = List.copyOf(ports);
        selector = Sorted.copyOf(selector);
        clusterIPs = List.copyOf(clusterIPs);
        externalIPs = List.copyOf(externalIPs);
        loadBalancerSourceRanges = List.copyOf(loadBalancerSourceRanges);
        ipFamilies = List.copyOf(ipFamilies);
    }
}
