package io.podium.controller.nodelifecycle;

import io.podium.api.core.Node;
import io.podium.api.core.NodeCondition;
import io.podium.api.core.Taint;
import io.podium.api.core.TaintBuilder;
import io.podium.api.core.WellKnown;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The taints that follow from a node's conditions. Pure. */
final class NodeTaints {
    static final String NO_SCHEDULE = "NoSchedule";
    static final String NO_EXECUTE = "NoExecute";

    private static final String READY = "Ready";
    private static final Map<String, String> BY_PRESSURE = new TreeMap<>(Map.of(
            "MemoryPressure", "node.kubernetes.io/memory-pressure",
            "DiskPressure", "node.kubernetes.io/disk-pressure",
            "PIDPressure", "node.kubernetes.io/pid-pressure",
            "NetworkUnavailable", "node.kubernetes.io/network-unavailable"));

    private NodeTaints() {}

    /** The node with the taints of effect NoSchedule that its conditions and its cordon call for. */
    static Node withoutSchedule(Node node, Instant now) {
        var wanted = new ArrayList<String>();
        var silence = silence(node);
        if (silence != null) {
            wanted.add(silence);
        }
        BY_PRESSURE.forEach((type, key) -> {
            var condition = condition(node, type);
            if (condition != null && condition.status().equals("True")) {
                wanted.add(key);
            }
        });
        if (node.spec().unschedulable()) {
            wanted.add(WellKnown.TAINT_UNSCHEDULABLE);
        }
        return with(node, NO_SCHEDULE, wanted, managed(NO_SCHEDULE), now);
    }

    /** The node with the taint of effect NoExecute that its readiness calls for, or without any. */
    static Node withEviction(Node node, Instant now) {
        var silence = silence(node);
        return with(node, NO_EXECUTE, silence == null ? List.of() : List.of(silence), managed(NO_EXECUTE), now);
    }

    static Node withoutEviction(Node node, Instant now) {
        return with(node, NO_EXECUTE, List.of(), managed(NO_EXECUTE), now);
    }

    /** The taint for a node that is not ready: unreachable if nobody knows, not-ready if it said so itself; null if it is ready. */
    static @Nullable String silence(Node node) {
        var ready = condition(node, READY);
        if (ready == null || ready.status().equals("Unknown")) {
            return ready == null ? WellKnown.TAINT_NOT_READY : WellKnown.TAINT_UNREACHABLE;
        }
        return ready.status().equals("True") ? null : WellKnown.TAINT_NOT_READY;
    }

    static @Nullable NodeCondition condition(Node node, String type) {
        for (var condition : node.status().conditions()) {
            if (condition.type().equals(type)) {
                return condition;
            }
        }
        return null;
    }

    private static List<String> managed(String effect) {
        var keys = new ArrayList<>(List.of(WellKnown.TAINT_NOT_READY, WellKnown.TAINT_UNREACHABLE));
        if (effect.equals(NO_SCHEDULE)) {
            keys.add(WellKnown.TAINT_UNSCHEDULABLE);
            keys.addAll(BY_PRESSURE.values());
        }
        return keys;
    }

    private static Node with(Node node, String effect, List<String> wanted, List<String> managed, Instant now) {
        var taints = new ArrayList<Taint>();
        var present = new ArrayList<String>();
        for (var taint : node.spec().taints()) {
            boolean ours = taint.effect().equals(effect) && managed.contains(taint.key());
            if (!ours || wanted.contains(taint.key())) {
                taints.add(taint);
            }
            if (ours) {
                present.add(taint.key());
            }
        }
        for (var key : wanted) {
            if (!present.contains(key)) {
                taints.add(new TaintBuilder()
                        .key(key)
                        .effect(effect)
                        .timeAdded(now.truncatedTo(ChronoUnit.SECONDS))
                        .build());
            }
        }
        return taints.equals(node.spec().taints())
                ? node
                : node.withSpec(node.spec().withTaints(taints));
    }
}
