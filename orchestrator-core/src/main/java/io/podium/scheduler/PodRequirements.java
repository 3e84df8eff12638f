package io.podium.scheduler;

import io.podium.api.core.Container;
import io.podium.api.core.ContainerPort;
import io.podium.api.core.NodeSelector;
import io.podium.api.core.Pod;
import io.podium.api.core.PodSpec;
import io.podium.api.core.PreferredSchedulingTerm;
import io.podium.api.core.Resources;
import io.podium.api.core.Toleration;
import io.podium.api.meta.Quantity;
import io.podium.api.meta.Sorted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a pod requires of a node.
 *
 * @param milliCpu thousandths of a CPU that it requests
 * @param bytes bytes of memory that it requests
 * @param ephemeralBytes bytes of local storage that it requests
 * @param extended other resources that it requests, whole units by name
 * @param ports the ports of the node that it takes
 * @param nodeName the node that it names itself, empty for none
 * @param placement what does not depend on other pods: shared by all pods of a workload
 * @param preferences the nodes that it prefers
 * @param priority how important it is, any number; 0 unless said
 * @param preempts whether less important pods may have to make room for it
 */
public record PodRequirements(
        long milliCpu,
        long bytes,
        long ephemeralBytes,
        Map<String, Long> extended,
        List<HostPort> ports,
        String nodeName,
        Placement placement,
        List<PreferredSchedulingTerm> preferences,
        int priority,
        boolean preempts) {

    /** What a pod that requests no CPU counts for when nodes are compared. */
    static final long ASSUMED_MILLI_CPU = 100;

    /** What a pod that requests no memory counts for when nodes are compared. */
    static final long ASSUMED_BYTES = 200L << 20;

    /**
     * A port of a node.
     *
     * @param ip the address of the node, {@code 0.0.0.0} for all
     * @param protocol {@code TCP}, {@code UDP} or {@code SCTP}
     * @param port from 1 to 65535
     */
    public record HostPort(String ip, String protocol, int port) {
        private static final String ANY = "0.0.0.0";

        /**
         * Whether two pods cannot have these ports on one node.
         *
         * @param other the other port
         * @return true if they are the same, or one is on all addresses
         */
        public boolean collidesWith(HostPort other) {
            return port == other.port
                    && protocol.equals(other.protocol)
                    && (ip.equals(other.ip) || ip.equals(ANY) || other.ip.equals(ANY));
        }
    }

    /**
     * What a pod requires of labels and taints.
     *
     * @param nodeSelector labels that the node must have
     * @param affinity terms of which the node must match one, or null
     * @param tolerations taints that do not keep it off
     */
    public record Placement(
            Map<String, String> nodeSelector, @Nullable NodeSelector affinity, List<Toleration> tolerations) {}

    /**
     * The requirements of a pod.
     *
     * @param pod the pod
     * @return what it requires
     */
    public static PodRequirements of(Pod pod) {
        var spec = pod.spec();
        var affinity = spec.affinity() == null ? null : spec.affinity().nodeAffinity();
        var requests = Resources.requestedBy(spec);
        var extended = new TreeMap<String, Long>();
        requests.forEach((name, quantity) -> {
            if (!List.of("cpu", "memory", "ephemeral-storage").contains(name) && quantity.value() > 0) {
                extended.put(name, quantity.value());
            }
        });
        return new PodRequirements(
                amount(requests, "cpu").milliValue(),
                amount(requests, "memory").value(),
                amount(requests, "ephemeral-storage").value(),
                Sorted.copyOf(extended),
                ports(spec),
                spec.nodeName(),
                new Placement(
                        spec.nodeSelector(),
                        affinity == null ? null : affinity.requiredDuringSchedulingIgnoredDuringExecution(),
                        spec.tolerations()),
                affinity == null ? List.of() : affinity.preferredDuringSchedulingIgnoredDuringExecution(),
                spec.priority() == null ? 0 : spec.priority(),
                !"Never".equals(spec.preemptionPolicy()));
    }

    private static Quantity amount(Map<String, Quantity> requests, String name) {
        return requests.getOrDefault(name, Quantity.ZERO);
    }

    private static boolean isSidecar(Container container) {
        return "Always".equals(container.restartPolicy());
    }

    private static List<HostPort> ports(PodSpec spec) {
        var ports = new ArrayList<HostPort>(0);
        for (var container : spec.containers()) {
            addPorts(container.ports(), ports);
        }
        for (var container : spec.initContainers()) {
            if (isSidecar(container)) {
                addPorts(container.ports(), ports);
            }
        }
        return List.copyOf(ports);
    }

    private static void addPorts(List<ContainerPort> declared, List<HostPort> ports) {
        for (var port : declared) {
            if (port.hostPort() > 0) {
                ports.add(new HostPort(
                        port.hostIP().isEmpty() ? HostPort.ANY : port.hostIP(),
                        port.protocol().isEmpty() ? "TCP" : port.protocol(),
                        port.hostPort()));
            }
        }
    }
}
