package io.podium.controller.replicaset;

import io.podium.api.core.Pod;
import io.podium.controller.kit.Pods;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which pods go first when there are too many: those not assigned to a node, then those least far on their way, those that cost least
 * ({@code controller.kubernetes.io/pod-deletion-cost}), those on nodes that have most of them, those ready for the shortest time, those
 * restarted most often, the youngest.
 */
final class DeletionOrder {
    private static final String COST = "controller.kubernetes.io/pod-deletion-cost";
    private static final List<String> PHASES = List.of("Pending", "Unknown", "Running");

    private DeletionOrder() {}

    /** The pods, first those that go first. */
    static List<Pod> sorted(List<Pod> pods) {
        Map<String, Integer> perNode = new TreeMap<>();
        pods.forEach(pod -> perNode.merge(pod.spec().nodeName(), 1, Integer::sum));
        Comparator<Pod> order = Comparator.<Pod, Boolean>comparing(
                        pod -> !pod.spec().nodeName().isEmpty())
                .thenComparing(pod -> PHASES.indexOf(pod.status().phase()))
                .thenComparing(Pods::isReady)
                .thenComparing(DeletionOrder::cost)
                .thenComparing(pod -> -perNode.getOrDefault(pod.spec().nodeName(), 0))
                .thenComparing(DeletionOrder::readySince, Comparator.reverseOrder())
                .thenComparing(pod -> -restarts(pod))
                .thenComparing(DeletionOrder::createdAt, Comparator.reverseOrder());
        return pods.stream().sorted(order).toList();
    }

    private static int cost(Pod pod) {
        var text = pod.annotation(COST);
        if (text == null) {
            return 0;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static Instant readySince(Pod pod) {
        var since = Pods.readySince(pod);
        return since == null ? Instant.MAX : since;
    }

    private static int restarts(Pod pod) {
        return pod.status().containerStatuses().stream()
                .mapToInt(status -> status.restartCount())
                .sum();
    }

    private static Instant createdAt(Pod pod) {
        var created = pod.metadata().creationTimestamp();
        return created == null ? Instant.EPOCH : created;
    }
}
