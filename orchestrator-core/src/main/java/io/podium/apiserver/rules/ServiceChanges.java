package io.podium.apiserver.rules;

import io.podium.api.core.ServicePort;
import io.podium.api.core.ServiceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** What an update of a Service keeps without saying so, and what goes because the new type has no use for it. */
final class ServiceChanges {
    private ServiceChanges() {}

    static ServiceSpec kept(ServiceSpec updated, ServiceSpec old) {
        return withoutUseless(withAllocated(withMatchingIps(updated, old), old), old);
    }

    /** Clients know {@code clusterIP} or {@code clusterIPs} or both: the one that was changed decides. */
    private static ServiceSpec withMatchingIps(ServiceSpec now, ServiceSpec old) {
        boolean sameIps = now.clusterIPs().equals(old.clusterIPs());
        if (now.clusterIP().equals(old.clusterIP())) {
            boolean cleared = now.clusterIPs().isEmpty() && !old.clusterIPs().isEmpty();
            return cleared ? now.withClusterIP("") : now;
        }
        if (now.clusterIP().isEmpty()) {
            return sameIps ? now.withClusterIPs(List.of()) : now;
        }
        if (now.clusterIPs().isEmpty()) {
            return now.withClusterIPs(List.of(now.clusterIP()));
        }
        if (!sameIps) {
            return now;
        }
        var ips = new ArrayList<>(now.clusterIPs());
        ips.set(0, now.clusterIP());
        return now.withClusterIPs(ips);
    }

    private static ServiceSpec withAllocated(ServiceSpec now, ServiceSpec old) {
        var spec = now;
        if (ServiceTraits.needsClusterIp(old) && ServiceTraits.needsClusterIp(now)) {
            if (spec.clusterIP().isEmpty()) {
                spec = spec.withClusterIP(old.clusterIP());
            }
            if (spec.clusterIPs().isEmpty() && spec.clusterIP().equals(old.clusterIP())) {
                spec = spec.withClusterIPs(old.clusterIPs());
            }
            if (spec.ipFamilyPolicy() == null) {
                spec = spec.withIpFamilyPolicy(old.ipFamilyPolicy());
            }
            if (spec.ipFamilies().isEmpty()) {
                spec = spec.withIpFamilies(old.ipFamilies());
            }
        }
        if (ServiceTraits.needsNodePorts(old) && ServiceTraits.needsNodePorts(now)) {
            spec = withNodePorts(spec, old);
        }
        if (ServiceTraits.needsHealthCheckPort(old)
                && ServiceTraits.needsHealthCheckPort(now)
                && now.healthCheckNodePort() == 0) {
            spec = spec.withHealthCheckNodePort(old.healthCheckNodePort());
        }
        return spec;
    }

    private static ServiceSpec withNodePorts(ServiceSpec now, ServiceSpec old) {
        var taken = new TreeSet<Integer>();
        now.ports().forEach(port -> taken.add(port.nodePort()));
        var ports = new ArrayList<ServicePort>(now.ports().size());
        for (var port : now.ports()) {
            int before = port.nodePort() == 0 ? nodePort(old, port) : 0;
            ports.add(before != 0 && taken.add(before) ? port.withNodePort(before) : port);
        }
        return ports.equals(now.ports()) ? now : now.withPorts(ports);
    }

    private static int nodePort(ServiceSpec old, ServicePort port) {
        for (var before : old.ports()) {
            if (before.port() == port.port() && before.protocol().equals(port.protocol())) {
                return before.nodePort();
            }
        }
        return 0;
    }

    /** Drops what applied to the old type, does not apply to the new one, and was sent back unchanged. */
    private static ServiceSpec withoutUseless(ServiceSpec now, ServiceSpec old) {
        var spec = withoutIps(now, old);
        if (ServiceTraits.needsNodePorts(old) && !ServiceTraits.needsNodePorts(now) && sameNodePorts(now, old)) {
            spec = spec.withPorts(
                    spec.ports().stream().map(port -> port.withNodePort(0)).toList());
        }
        if (ServiceTraits.needsHealthCheckPort(old)
                && !ServiceTraits.needsHealthCheckPort(now)
                && now.healthCheckNodePort() == old.healthCheckNodePort()) {
            spec = spec.withHealthCheckNodePort(0);
        }
        if (old.type().equals("LoadBalancer") && !now.type().equals("LoadBalancer")) {
            if (Objects.equals(now.allocateLoadBalancerNodePorts(), old.allocateLoadBalancerNodePorts())) {
                spec = spec.withAllocateLoadBalancerNodePorts(null);
            }
            if (Objects.equals(now.loadBalancerClass(), old.loadBalancerClass())) {
                spec = spec.withLoadBalancerClass(null);
            }
        }
        if (ServiceTraits.isExternallyAccessible(old)
                && !ServiceTraits.isExternallyAccessible(now)
                && now.externalTrafficPolicy().equals(old.externalTrafficPolicy())) {
            spec = spec.withExternalTrafficPolicy("");
        }
        if (ServiceTraits.isExternalName(now)
                && Objects.equals(now.internalTrafficPolicy(), old.internalTrafficPolicy())) {
            spec = spec.withInternalTrafficPolicy(null);
        }
        return spec;
    }

    private static ServiceSpec withoutIps(ServiceSpec now, ServiceSpec old) {
        if (!ServiceTraits.needsClusterIp(old) || ServiceTraits.needsClusterIp(now)) {
            return now;
        }
        var spec = now;
        if (now.clusterIP().equals(old.clusterIP()) && now.clusterIPs().equals(old.clusterIPs())) {
            spec = spec.withClusterIP("").withClusterIPs(List.of());
        }
        if (now.ipFamilies().equals(old.ipFamilies())) {
            spec = spec.withIpFamilies(List.of());
        }
        if (Objects.equals(now.ipFamilyPolicy(), old.ipFamilyPolicy())) {
            spec = spec.withIpFamilyPolicy(null);
        }
        return spec;
    }

    private static boolean sameNodePorts(ServiceSpec now, ServiceSpec old) {
        return nodePorts(now).equals(nodePorts(old));
    }

    private static TreeSet<Integer> nodePorts(ServiceSpec spec) {
        var ports = new TreeSet<Integer>();
        spec.ports().forEach(port -> {
            if (port.nodePort() != 0) {
                ports.add(port.nodePort());
            }
        });
        return ports;
    }
}
