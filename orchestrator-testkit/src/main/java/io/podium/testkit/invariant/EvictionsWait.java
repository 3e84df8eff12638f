package io.podium.testkit.invariant;

import io.podium.api.core.Node;
import io.podium.api.core.Pod;
import io.podium.api.core.Taint;
import io.podium.api.core.Tolerations;
import io.podium.api.store.StoreEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A pod is evicted for a taint of its node only once it has tolerated one as long as it said it would. */
public final class EvictionsWait implements StoreInvariant {
    private final Violations violations = new Violations();
    private final Map<String, List<Taint>> taints = new TreeMap<>();

    /** Nothing seen yet. */
    public EvictionsWait() {}

    @Override
    public void committed(StoreEvent event) {
        if (!(event instanceof StoreEvent.Put put)) {
            return;
        }
        if (put.stored().value() instanceof Node node) {
            var seen = taints.computeIfAbsent(node.name(), name -> new ArrayList<>());
            node.spec().taints().stream()
                    .filter(taint -> taint.effect().equals("NoExecute") && !seen.contains(taint))
                    .forEach(seen::add);
        } else if (put.stored().value() instanceof Pod pod
                && put.replaced() != null
                && put.replaced().value() instanceof Pod before
                && pod.isTerminating()
                && !before.isTerminating()
                && isEvicted(pod)) {
            check(pod);
        }
    }

    private static boolean isEvicted(Pod pod) {
        return pod.status().conditions().stream()
                .anyMatch(condition -> condition.type().equals("DisruptionTarget")
                        && condition.reason().equals("DeletionByTaintManager"));
    }

    private void check(Pod pod) {
        var grace = pod.metadata().deletionGracePeriodSeconds();
        var end = pod.metadata().deletionTimestamp();
        if (end == null) {
            return;
        }
        var deleted = end.minusSeconds(grace == null ? 0 : grace);
        var seen = taints.getOrDefault(pod.spec().nodeName(), List.of());
        if (seen.stream()
                .noneMatch(taint -> due(pod, taint)
                        .filter(due -> !due.isAfter(deleted.plusSeconds(1)))
                        .isPresent())) {
            violations.add("Pod " + pod.key() + " was evicted at " + deleted
                    + ", sooner than its tolerations of the taints " + seen + " end");
        }
    }

    /** When a pod has to go for a taint; empty if it may stay for ever. */
    private static Optional<Instant> due(Pod pod, Taint taint) {
        var since = taint.timeAdded() == null ? Instant.MIN : taint.timeAdded();
        var tolerating = pod.spec().tolerations().stream()
                .filter(toleration -> Tolerations.tolerates(toleration, taint))
                .toList();
        if (tolerating.isEmpty()) {
            return Optional.of(since);
        }
        return tolerating.stream()
                .filter(toleration -> toleration.tolerationSeconds() != null)
                .map(toleration -> since.plusSeconds(toleration.tolerationSeconds()))
                .min(Instant::compareTo);
    }

    @Override
    public List<String> violations() {
        return violations.all();
    }
}
