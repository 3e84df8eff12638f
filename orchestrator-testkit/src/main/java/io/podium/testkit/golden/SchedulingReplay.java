package io.podium.testkit.golden;

import io.podium.api.client.WriteOptions;
import io.podium.api.core.Node;
import io.podium.api.core.Pod;
import io.podium.api.core.Taint;
import io.podium.api.core.TaintBuilder;
import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonObject;
import io.podium.api.scheduling.PriorityClass;
import io.podium.codec.Strictness;
import io.podium.codec.Trees;
import io.podium.scheduler.Algorithm;
import io.podium.scheduler.PodRequirements;
import io.podium.scheduler.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** {@code schedule-basic} and {@code schedule-full}: nodes, and pods that were placed one after another, or why they were not. */
final class SchedulingReplay implements Replay {
    private static final int LOW = 10;
    private static final int MEDIUM = 500;
    private static final int HIGH = 1000;

    private final String file;
    private final boolean demanded;

    /** Replays a file; one that is not demanded yet is replayed all the same, and reported. */
    SchedulingReplay(String file, boolean demanded) {
        this.file = file;
        this.demanded = demanded;
    }

    @Override
    public String file() {
        return file;
    }

    @Override
    public void replay(Recordings recordings, Consumer<Verdict> verdicts) {
        try (var server = GoldenServer.holding("default")) {
            server.client().create(PriorityClass.named("p-low").value(LOW).build(), WriteOptions.PLAIN);
            server.client().create(PriorityClass.named("p-high").value(HIGH).build(), WriteOptions.PLAIN);
            server.client()
                    .create(
                            PriorityClass.named("p-never")
                                    .value(MEDIUM)
                                    .preemptionPolicy("Never")
                                    .build(),
                            WriteOptions.PLAIN);
            judge(recordings, each -> verdict(each, server), verdicts);
        }
    }

    private Verdict verdict(Case each, GoldenServer server) {
        var nodes = new Snapshot();
        for (var node : items(each.json(), "nodes")) {
            nodes.put(node((JsonObject) node));
        }
        var algorithm = new Algorithm(nodes, server.time().random());
        var differences = new ArrayList<String>();
        for (var step : items(each.json(), "steps")) {
            differences.addAll(step((JsonObject) step, nodes, algorithm, server));
        }
        return demanded || differences.isEmpty()
                ? each.verdict(Pod.KIND.name(), differences)
                : each.later(Pod.KIND.name());
    }

    private static Node node(JsonObject tree) {
        var node = Trees.fromTree(Node.KIND, tree, Strictness.ignoring());
        if (!node.spec().unschedulable()) {
            return node;
        }
        var taints = new ArrayList<Taint>(node.spec().taints());
        taints.add(new TaintBuilder()
                .key("node.kubernetes.io/unschedulable")
                .effect("NoSchedule")
                .build());
        return node.withSpec(node.spec().withTaints(taints));
    }

    private static List<String> step(JsonObject step, Snapshot nodes, Algorithm algorithm, GoldenServer server) {
        var sent = Trees.fromTree(Pod.KIND, step.at("pod").orElseThrow(), Strictness.ignoring());
        var pod = server.client()
                .create(sent.withMetadata(sent.metadata().withNamespace("default")), WriteOptions.PLAIN.asDryRun());
        var requirements = PodRequirements.of(pod);
        var node = Comparison.text(step, "node");
        if (!pod.spec().nodeName().isEmpty()) {
            nodes.place(pod, pod.spec().nodeName(), requirements);
            return List.of();
        }
        var feasible = algorithm.feasible(requirements);
        if (node.isEmpty()) {
            var expected = Comparison.text(step, "message");
            var got = feasible.isEmpty() ? algorithm.explain(requirements) : "a node for it";
            return expected.equals(got) ? List.of() : List.of(pod.name() + ": " + expected + " got " + got);
        }
        boolean agrees = feasible.contains(nodes.indexOf(node));
        nodes.place(pod, node, requirements);
        return agrees
                ? List.of()
                : List.of(pod.name() + " went to " + node + ", got " + algorithm.explain(requirements));
    }

    private static List<Json> items(JsonObject object, String name) {
        return object.at(name).orElse(JsonArray.EMPTY) instanceof JsonArray array ? array.items() : List.of();
    }
}
