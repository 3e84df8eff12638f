package io.podium.controller.kit;

import io.podium.api.core.Pod;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which pods go first when there are too many: those not assigned to a node, then those least far on their way, those ready for the shortest
 * time, those restarted most often, the youngest.
 */
public final class DeletionOrder {
    private static final String COST = "controller.kubernetes.io/pod-deletion-cost";
    private static final List<String> PHASES = List.of("Pending", "Unknown", "Running");
    private static final Comparator<Pod> BY_PROGRESS = Comparator.<Pod, Boolean>comparing(
                    pod -> !pod.spec().nodeName().isEmpty())
            .thenComparing(pod -> PHASES.indexOf(pod.status().phase()))
            .thenComparing(Pods::isReady);
    private static final Comparator<Pod> BY_AGE = Comparator.comparing(
                    DeletionOrder::readySince, Comparator.reverseOrder())
            .thenComparing(pod -> -restarts(pod))
            .thenComparing(DeletionOrder::createdAt, Comparator.reverseOrder());

    private DeletionOrder() {}

    /**
     * Sorts pods any of which does as well as another.
     *
     * @param pods the pods
     * @return them, first those that go first
     */
    public static List<Pod> sorted(List<Pod> pods) {
        return pods.stream().sorted(BY_PROGRESS.thenComparing(BY_AGE)).toList();
    }

    /**
     * Sorts pods that should be spread over nodes: of those equally far on their way the ones that cost least
     * ({@code controller.kubernetes.io/pod-deletion-cost}) go first, then those on nodes that have most of them.
     *
     * @param pods the pods
     * @return them, first those that go first
     */
    public static List<Pod> spreading(List<Pod> pods) {
        Map<String, Integer> perNode = new TreeMap<>();
        pods.forEach(pod -> perNode.merge(pod.spec().nodeName(), 1, Integer::sum));
        var order = BY_PROGRESS
                .thenComparing(DeletionOrder::cost)
                .thenComparing(pod -> -perNode.getOrDefault(pod.spec().nodeName(), 0))
                .thenComparing(BY_AGE);
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
