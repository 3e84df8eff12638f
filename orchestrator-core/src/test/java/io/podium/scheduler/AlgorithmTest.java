package io.podium.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.core.Node;
import io.podium.api.core.NodeBuilder;
import io.podium.api.core.NodeSelectorBuilder;
import io.podium.api.core.NodeSelectorTermBuilder;
import io.podium.api.core.NodeStatusBuilder;
import io.podium.api.core.Pod;
import io.podium.api.core.PodBuilder;
import io.podium.api.meta.Quantity;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Where pods go, and why not elsewhere. */
class AlgorithmTest {
    private final Snapshot nodes = new Snapshot();
    private final Algorithm algorithm = new Algorithm(nodes, new SplittableRandom(1)::nextLong);

    @Test
    void takesTheNodeWithMostRoom() {
        nodes.put(node("full", "4", "8Gi"));
        nodes.put(node("free", "4", "8Gi"));
        place(pod("old", "3", "6Gi"), "full");

        assertThat(decide(pod("new", "500m", "1Gi"))).isEqualTo("free");
    }

    @Test
    void passesOverNodesThatHaveNoRoomHoweverManyThereAre() {
        for (int i = 0; i < 1_000; i++) {
            nodes.put(node("small-" + i, "1", "1Gi"));
        }
        nodes.put(node("large", "8", "64Gi"));

        assertThat(decide(pod("demanding", "4", "32Gi"))).isEqualTo("large");
    }

    @Test
    void beginsAtAnotherNodeEachTimeSoThatAllOfManyGetPods() {
        for (int i = 0; i < 500; i++) {
            nodes.put(node("node-" + i, "4", "8Gi"));
        }
        var used = new TreeSet<String>();

        for (int i = 0; i < 500; i++) {
            var pod = pod("pod-" + i, "1", "1Gi");
            var chosen = decide(pod);
            place(pod, chosen);
            used.add(chosen);
        }

        assertThat(used).hasSizeGreaterThan(400);
    }

    @Test
    void keepsToSelectorsAndTolerations() {
        nodes.put(node("slow", "4", "8Gi", node -> node.labels(Map.of("disk", "slow"))));
        nodes.put(node(
                "tainted",
                "4",
                "8Gi",
                node -> node.labels(Map.of("disk", "fast"))
                        .spec(spec ->
                                spec.taint(taint -> taint.key("team").value("a").effect("NoSchedule")))));
        var picky = new PodBuilder()
                .name("picky")
                .spec(spec -> spec.nodeSelector("disk", "fast").container(c -> c.name("app")))
                .build();
        var tolerant = picky.withSpec(picky.spec().toBuilder()
                .toleration(t -> t.key("team").operator("Exists"))
                .build());

        assertThat(decide(picky)).isEqualTo("nowhere");
        assertThat(algorithm.explain(PodRequirements.of(picky)))
                .isEqualTo("0/2 nodes are available: 1 node(s) didn't match Pod's node affinity/selector, "
                        + "1 node(s) had untolerated taint(s). no new claims to deallocate, preemption: "
                        + "0/2 nodes are available: 2 Preemption is not helpful for scheduling.");
        assertThat(decide(tolerant)).isEqualTo("tainted");
    }

    @Test
    void saysOfNodesThatAPodDoesNotNameThatTheyWereNotLookedAt() {
        nodes.put(node("small", "1", "1Gi"));
        nodes.put(node("large", "8", "8Gi"));
        nodes.put(node("cordoned", "8", "8Gi", node -> node.spec(spec -> spec.unschedulable(true))));

        assertThat(algorithm.explain(PodRequirements.of(naming("small", "none"))))
                .isEqualTo("0/3 nodes are available: 1 Insufficient cpu, "
                        + "2 node(s) didn't satisfy plugin(s) [NodeAffinity]. no new claims to deallocate, preemption: "
                        + "0/3 nodes are available: 3 Preemption is not helpful for scheduling.");
        assertThat(algorithm.explain(PodRequirements.of(naming())))
                .isEqualTo("0/3 nodes are available: pod affinity terms conflict. no new claims to deallocate, "
                        + "preemption: 0/3 nodes are available: 3 Preemption is not helpful for scheduling.");
    }

    @Test
    void saysWhetherLessImportantPodsCouldMakeRoom() {
        nodes.put(node("small", "1", "1Gi"));
        nodes.put(node("full", "4", "8Gi"));
        place(pod("old", "3", "1Gi"), "full");
        var equal = pod("new", "2", "1Gi");
        var important = equal.withSpec(equal.spec().withPriority(1));
        var polite = important.withSpec(important.spec().withPreemptionPolicy("Never"));

        assertThat(algorithm.explain(PodRequirements.of(equal)))
                .endsWith(
                        "Insufficient cpu. no new claims to deallocate, preemption: 0/2 nodes are available: "
                                + "1 No preemption victims found for incoming pod, 1 Preemption is not helpful for scheduling.");
        assertThat(algorithm.explain(PodRequirements.of(important)))
                .isEqualTo("0/2 nodes are available: 2 Insufficient cpu.");
        assertThat(algorithm.explain(PodRequirements.of(polite)))
                .endsWith("no new claims to deallocate, preemption: not eligible due to preemptionPolicy=Never.");

        nodes.vacate("uid-of-old");

        assertThat(decide(important)).isEqualTo("full");
        assertThat(nodes.nodesWithPodsBelow(1)).isEmpty();
    }

    /** A pod for the nodes of one of these names; for none, its one term contradicts itself. */
    private static Pod naming(String... names) {
        var term = new NodeSelectorTermBuilder();
        term.matchField(field ->
                field.key("metadata.name").operator("In").values(names.length == 0 ? List.of("a") : List.of(names)));
        if (names.length == 0) {
            term.matchField(field -> field.key("metadata.name").operator("In").values(List.of("b")));
        }
        var selector = new NodeSelectorBuilder()
                .nodeSelectorTerms(List.of(term.build()))
                .build();
        var big = pod("big", "4", "1Gi");
        return big.withSpec(big.spec().toBuilder()
                .affinity(affinity ->
                        affinity.nodeAffinity(nodes -> nodes.requiredDuringSchedulingIgnoredDuringExecution(selector)))
                .build());
    }

    @Test
    void avoidsASoftTaintWhileThereIsAnotherChoice() {
        nodes.put(node(
                "disliked",
                "4",
                "8Gi",
                node -> node.spec(spec -> spec.taint(taint -> taint.key("old").effect("PreferNoSchedule")))));
        assertThat(decide(pod("first", "100m", "1Gi"))).isEqualTo("disliked");

        nodes.put(node("liked", "4", "8Gi"));

        assertThat(decide(pod("second", "100m", "1Gi"))).isEqualTo("liked");
    }

    @Test
    void seesLabelsThatChange() {
        nodes.put(node("node", "4", "8Gi"));
        var picky = new PodBuilder()
                .name("picky")
                .spec(spec -> spec.nodeSelector("disk", "fast").container(c -> c.name("app")))
                .build();
        assertThat(decide(picky)).isEqualTo("nowhere");

        nodes.put(node("node", "4", "8Gi", node -> node.labels(Map.of("disk", "fast"))));

        assertThat(decide(picky)).isEqualTo("node");
    }

    @Test
    void takesRoomOnceAndGivesItBack() {
        nodes.put(node("node", "4", "8Gi"));
        var pod = pod("pod", "3", "1Gi");
        place(pod, "node");
        place(pod, "node");
        assertThat(nodes.freeMilliCpu(nodes.indexOf("node"))).isEqualTo(1_000);
        assertThat(decide(pod("other", "2", "1Gi"))).isEqualTo("nowhere");

        assertThat(nodes.vacate(pod.uid())).isTrue();

        assertThat(decide(pod("other", "2", "1Gi"))).isEqualTo("node");
    }

    @Test
    void countsPodsThatWereSeenBeforeTheirNode() {
        place(pod("pod", "3", "1Gi"), "node");

        nodes.put(node("node", "4", "8Gi"));

        assertThat(nodes.freeMilliCpu(nodes.indexOf("node"))).isEqualTo(1_000);
    }

    private String decide(Pod pod) {
        return switch (algorithm.decide(PodRequirements.of(pod))) {
            case Decision.Place place -> nameOf(place.index());
            case Decision.Nowhere nowhere -> "nowhere";
        };
    }

    private String nameOf(int index) {
        var node = nodes.node(index);
        return node == null ? "vacant" : node.name();
    }

    private void place(Pod pod, String node) {
        nodes.place(pod, node, PodRequirements.of(pod));
    }

    private static Pod pod(String name, String cpu, String memory) {
        var requests = new TreeMap<>(Map.of("cpu", Quantity.of(cpu), "memory", Quantity.of(memory)));
        return new PodBuilder()
                .metadata(metadata -> metadata.name(name).uid("uid-of-" + name))
                .spec(spec -> spec.container(c -> c.name("app").resources(resources -> resources.requests(requests))))
                .build();
    }

    private static Node node(String name, String cpu, String memory) {
        return node(name, cpu, memory, node -> node);
    }

    private static Node node(String name, String cpu, String memory, UnaryOperator<NodeBuilder> more) {
        var allocatable = new TreeMap<>(
                Map.of("cpu", Quantity.of(cpu), "memory", Quantity.of(memory), "pods", Quantity.of("110")));
        return more.apply(new NodeBuilder()
                        .name(name)
                        .status(new NodeStatusBuilder().allocatable(allocatable).build()))
                .build();
    }
}
