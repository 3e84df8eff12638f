package io.podium.controller.job;

import io.podium.api.core.Pod;
import io.podium.controller.kit.DeletionOrder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/** Which active pods a job has too many of: those without an index of their own first, then those least far on their way. Pure. */
final class Surplus {
    private Surplus() {}

    static List<Pod> of(JobPods pods, int wanted) {
        var order = DeletionOrder.sorted(pods.active());
        var surplus = pods.isIndexed() ? withoutIndexOfTheirOwn(pods, order) : new ArrayList<Pod>();
        var others = new ArrayList<>(order);
        others.removeAll(surplus);
        surplus.addAll(others.subList(0, Math.max(0, others.size() - wanted)));
        return surplus;
    }

    /** Of several pods with one index the furthest on its way stays. */
    private static List<Pod> withoutIndexOfTheirOwn(JobPods pods, List<Pod> order) {
        var furthestFirst = new ArrayList<>(order);
        Collections.reverse(furthestFirst);
        var seen = new BitSet();
        var surplus = new ArrayList<Pod>();
        for (var pod : furthestFirst) {
            var index = pods.validIndexOf(pod);
            if (index.isEmpty() || seen.get(index.get())) {
                surplus.add(pod);
            } else {
                seen.set(index.get());
            }
        }
        return surplus;
    }
}
