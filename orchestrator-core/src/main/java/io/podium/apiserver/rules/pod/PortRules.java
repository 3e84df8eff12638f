package io.podium.apiserver.rules.pod;

import io.podium.api.core.Container;
import io.podium.api.core.ContainerPort;
import io.podium.api.core.PodSpec;
import io.podium.apiserver.validation.Formats;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the ports of containers. */
final class PortRules {
    private static final List<String> PROTOCOLS = List.of("SCTP", "TCP", "UDP");

    private PortRules() {}

    static void check(List<ContainerPort> ports, Path path, Problems problems) {
        for (int i = 0; i < ports.size(); i++) {
            var port = ports.get(i);
            var place = path.index(i);
            if (!port.name().isEmpty()) {
                checkName(i, ports, place, problems);
            }
            if (port.containerPort() == 0) {
                problems.required(place.child("containerPort"), "");
            } else {
                problems.invalidAll(
                        place.child("containerPort"), port.containerPort(), Formats.portNumber(port.containerPort()));
            }
            if (port.hostPort() != 0) {
                problems.invalidAll(place.child("hostPort"), port.hostPort(), Formats.portNumber(port.hostPort()));
            }
            Checks.oneOf(port.protocol(), PROTOCOLS, place.child("protocol"), problems);
        }
    }

    private static void checkName(int position, List<ContainerPort> ports, Path path, Problems problems) {
        var name = ports.get(position).name();
        var details = Formats.portName(name);
        problems.invalidAll(path.child("name"), name, details);
        for (int i = 0; details.isEmpty() && i < position; i++) {
            if (ports.get(i).name().equals(name)) {
                problems.duplicate(path.child("name"), name);
                break;
            }
        }
    }

    /** Checks that no two of the containers, which run at the same time, want the same port of the host. */
    static void checkConflicts(List<Container> containers, Path path, Problems problems) {
        Set<String> taken = null; // only asked, never walked
        for (int i = 0; i < containers.size(); i++) {
            taken = take(containers.get(i).ports(), taken, path.index(i).child("ports"), problems);
        }
    }

    /** Checks a container that runs alone. */
    static void checkConflicts(Container container, Path path, Problems problems) {
        take(container.ports(), null, path.index(0).child("ports"), problems);
    }

    private static @Nullable Set<String> take(
            List<ContainerPort> ports, @Nullable Set<String> before, Path path, Problems problems) {
        var taken = before;
        for (int i = 0; i < ports.size(); i++) {
            var port = ports.get(i);
            if (port.hostPort() == 0) {
                continue;
            }
            taken = taken == null ? new HashSet<>() : taken;
            var claim = port.protocol() + "/" + port.hostIP() + "/" + port.hostPort();
            if (!taken.add(claim)) {
                problems.duplicate(path.index(i).child("hostPort"), claim);
            }
        }
        return taken;
    }

    /**
     * Checks containers in the network of their host, where their ports are the host's. Those of init containers are nobody's concern, and
     * a template may leave them to the pods that are made of it.
     */
    static void checkOnHost(PodSpec spec, boolean ofPod, Path path, Problems problems) {
        for (int i = 0; spec.hostNetwork() && i < spec.containers().size(); i++) {
            var ports = spec.containers().get(i).ports();
            for (int j = 0; j < ports.size(); j++) {
                int onHost = ports.get(j).hostPort();
                if (onHost != ports.get(j).containerPort() && (ofPod || onHost != 0)) {
                    problems.invalid(
                            path.child("containers")
                                    .index(i)
                                    .child("ports")
                                    .index(j)
                                    .child("hostPort"),
                            onHost,
                            "must match `containerPort` when `hostNetwork` is true");
                }
            }
        }
    }
}
