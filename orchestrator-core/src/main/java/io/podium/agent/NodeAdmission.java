package io.podium.agent;

import io.podium.api.core.Node;
import io.podium.api.core.Pod;
import io.podium.api.meta.ObjectKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Whether a node can take a pod that is bound to it, whoever bound it. */
final class NodeAdmission {
    /** Of what is short the first of these is told, before anything else. */
    private static final List<String> TOLD_FIRST = List.of("pods", "cpu", "memory", "ephemeral-storage");

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
        var names = new LinkedHashSet<>(TOLD_FIRST);
        names.addAll(wanted.keySet());
        for (var name : names) {
            var capacity = site.allocatable().get(name);
            if (capacity == null && isExtended(name)) {
                continue;
            }
            long has = capacity == null ? 0 : PodRequests.units(name, capacity);
            long asked = wanted.getOrDefault(name, 0L);
            long taken = used.getOrDefault(name, 0L);
            if (asked > has - taken && asked > 0) {
                return new Trouble(
                        "OutOf" + name,
                        "Node didn't have enough resource: " + name + ", requested: " + asked + ", used: " + taken
                                + ", capacity: " + has);
            }
        }
        return null;
    }

    /** A resource that is not Kubernetes' own; a node that says nothing of it leaves it to whoever bound the pod. */
    private static boolean isExtended(String resource) {
        return resource.contains("/") && !resource.contains("kubernetes.io/");
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
