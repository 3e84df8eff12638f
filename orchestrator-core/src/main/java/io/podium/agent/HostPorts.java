package io.podium.agent;

import io.podium.api.core.Container;
import io.podium.api.core.Pod;
import java.util.ArrayList;
import java.util.List;

/** The ports of the node that pods take. */
final class HostPorts {
    private HostPorts() {}

    /** One of them. */
    record HostPort(String ip, String protocol, int port) {
        boolean conflictsWith(HostPort other) {
            return port == other.port
                    && protocol.equals(other.protocol)
                    && (isAnyAddress() || other.isAnyAddress() || ip.equals(other.ip));
        }

        private boolean isAnyAddress() {
            return ip.isEmpty() || ip.equals("0.0.0.0");
        }
    }

    static List<HostPort> of(Pod pod) {
        var ports = new ArrayList<HostPort>(0);
        pod.spec().containers().forEach(container -> add(container, ports));
        for (var container : pod.spec().initContainers()) {
            if ("Always".equals(container.restartPolicy())) {
                add(container, ports);
            }
        }
        return ports;
    }

    private static void add(Container container, List<HostPort> ports) {
        for (var port : container.ports()) {
            if (port.hostPort() > 0) {
                ports.add(new HostPort(
                        port.hostIP(), port.protocol().isEmpty() ? "TCP" : port.protocol(), port.hostPort()));
            }
        }
    }

    static boolean conflict(List<HostPort> some, List<HostPort> others) {
        return some.stream().anyMatch(one -> others.stream().anyMatch(one::conflictsWith));
    }
}
