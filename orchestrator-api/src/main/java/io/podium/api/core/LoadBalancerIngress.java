package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The load balancer ingress of {@code Service.status.loadBalancer.ingress[]}.
 *
 * @param ip the ip: {@code ip}
 * @param hostname the hostname: {@code hostname}
 * @param ipMode the ip mode: {@code ipMode}
 * @param ports the ports: {@code ports}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record LoadBalancerIngress(
        @Proto(1) String ip,
        @Proto(2) String hostname,
        @Proto(3) @Nullable String ipMode,
        @Proto(4) List<PortStatus> ports,
        UnknownFields unknown)
        implements LoadBalancerIngressWith {
    /** Copies lists and maps; maps are sorted by key. */
    public LoadBalancerIngress {
        ports = List.copyOf(ports);
    }
}
