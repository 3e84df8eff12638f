package io.podium.agent;

import io.podium.api.core.Node;
import io.podium.api.core.Pod;
import io.podium.api.meta.ObjectKey;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Whether a node can take a pod that is bound to it, whoever bound it. */
final class NodeAdmission {
    private NodeAdmission() {}

    /** Why the pod cannot be taken, or null. */
    static @Nullable Trouble refusal(Pod pod, Site site, PodWorker worker) {
        var others = worker.others();
        var lack = lack(pod, site, others);
        if (lack != null) {
            return lack;
        }
        if (!NodeSelection.isAny(pod)) {
            return ports(pod, others);
        }
        var node =
                site.client().find(Node.KIND, ObjectKey.of("", site.settings().node()));
        if (node.isPresent() && !NodeSelection.selects(pod, node.get())) {
            return predicate("NodeAffinity", "node(s) didn't match Pod's node affinity/selector");
        }
        return ports(pod, others);
    }

    private static Trouble predicate(String name, String message) {
        return new Trouble(name, "Predicate " + name + " failed: " + message);
    }

    private static @Nullable Trouble lack(Pod pod, Site site, Iterable<PodWorker> others) {
        var wanted = PodRequests.of(pod);
        var used = new TreeMap<String, Long>();
        for (var other : others) {
            PodRequests.of(other.pod()).forEach((resource, amount) -> used.merge(resource, amount, Long::sum));
        }
        for (var each : wanted.entrySet()) {
            var capacity = site.allocatable().get(each.getKey());
            long has = capacity == null ? 0 : PodRequests.units(each.getKey(), capacity);
            long taken = used.getOrDefault(each.getKey(), 0L);
            if (each.getValue() > has - taken && each.getValue() > 0) {
                return new Trouble(
                        "OutOf" + each.getKey(),
                        "Node didn't have enough resource: " + each.getKey() + ", requested: " + each.getValue()
                                + ", used: " + taken + ", capacity: " + has);
            }
        }
        return null;
    }

    private static @Nullable Trouble ports(Pod pod, Iterable<PodWorker> others) {
        var wanted = HostPorts.of(pod);
        if (!wanted.isEmpty()) {
            for (var other : others) {
                if (HostPorts.conflict(wanted, HostPorts.of(other.pod()))) {
                    return predicate("NodePorts", "node(s) didn't have free ports for the requested pod ports");
                }
            }
        }
        return null;
    }
}
