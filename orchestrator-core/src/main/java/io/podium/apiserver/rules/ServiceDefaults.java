package io.podium.apiserver.rules;

import io.podium.api.core.ClientIPConfigBuilder;
import io.podium.api.core.LoadBalancerIngress;
import io.podium.api.core.ServicePort;
import io.podium.api.core.ServiceSpec;
import io.podium.api.core.ServiceStatus;
import io.podium.api.core.SessionAffinityConfig;
import io.podium.api.core.SessionAffinityConfigBuilder;
import io.podium.api.meta.IntOrString;
import org.jspecify.annotations.Nullable;

/** What a Service that does not say so is. */
final class ServiceDefaults {
    private static final int AFFINITY_SECONDS = 10_800;
    private static final IntOrString ZERO = IntOrString.of(0);
    private static final IntOrString EMPTY = IntOrString.of("");

    private ServiceDefaults() {}

    static ServiceSpec of(ServiceSpec said) {
        var spec = affinity(said);
        if (spec.type().isEmpty()) {
            spec = spec.withType("ClusterIP");
        }
        spec = ports(spec);
        if (spec.externalTrafficPolicy().isEmpty() && ServiceTraits.isExternallyAccessible(spec)) {
            spec = spec.withExternalTrafficPolicy("Cluster");
        }
        if (spec.internalTrafficPolicy() == null && ServiceTraits.needsClusterIp(spec)) {
            spec = spec.withInternalTrafficPolicy("Cluster");
        }
        if (spec.allocateLoadBalancerNodePorts() == null && spec.type().equals("LoadBalancer")) {
            spec = spec.withAllocateLoadBalancerNodePorts(true);
        }
        return spec;
    }

    /** An address of a load balancer is a virtual one unless it says otherwise. */
    static ServiceStatus of(ServiceStatus status) {
        var ingress = status.loadBalancer().ingress();
        return ingress.stream().noneMatch(ServiceDefaults::lacksMode)
                ? status
                : status.withLoadBalancer(status.loadBalancer()
                        .withIngress(ingress.stream()
                                .map(point -> lacksMode(point) ? point.withIpMode("VIP") : point)
                                .toList()));
    }

    private static boolean lacksMode(LoadBalancerIngress point) {
        return !point.ip().isEmpty() && point.ipMode() == null;
    }

    private static ServiceSpec affinity(ServiceSpec said) {
        var spec = said.sessionAffinity().isEmpty() ? said.withSessionAffinity("None") : said;
        return switch (spec.sessionAffinity()) {
            case "None" -> spec.sessionAffinityConfig() == null ? spec : spec.withSessionAffinityConfig(null);
            case "ClientIP" ->
                hasTimeout(spec.sessionAffinityConfig())
                        ? spec
                        : spec.withSessionAffinityConfig(new SessionAffinityConfigBuilder()
                                .clientIP(new ClientIPConfigBuilder()
                                        .timeoutSeconds(AFFINITY_SECONDS)
                                        .build())
                                .build());
            default -> spec;
        };
    }

    private static boolean hasTimeout(@Nullable SessionAffinityConfig config) {
        return config != null && config.clientIP() != null && config.clientIP().timeoutSeconds() != null;
    }

    private static ServiceSpec ports(ServiceSpec spec) {
        for (var port : spec.ports()) {
            if (of(port) != port) {
                return spec.withPorts(
                        spec.ports().stream().map(ServiceDefaults::of).toList());
            }
        }
        return spec;
    }

    private static ServicePort of(ServicePort said) {
        var port = said.protocol().isEmpty() ? said.withProtocol("TCP") : said;
        var target = port.targetPort();
        return target == null || target.equals(ZERO) || target.equals(EMPTY)
                ? port.withTargetPort(IntOrString.of(port.port()))
                : port;
    }
}
