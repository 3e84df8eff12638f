package io.podium.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.client.WriteOptions;
import io.podium.api.core.Event;
import io.podium.api.core.Node;
import io.podium.api.core.Pod;
import io.podium.api.core.PodBuilder;
import io.podium.api.core.Taint;
import io.podium.api.core.TaintBuilder;
import io.podium.api.meta.ObjectKey;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Taints of nodes, and which pods have to go because of them, and when. */
class NodeLifecycleTest {
    private static final Taint BROKEN =
            new TaintBuilder().key("broken").effect("NoExecute").build();

    private static Node node(TestCluster cluster, int number) {
        return cluster.client().get(Node.KIND, ObjectKey.of("", "node-" + number));
    }

    private static void taint(TestCluster cluster, Taint... taints) {
        var node = node(cluster, 1);
        cluster.client().update(node.withSpec(node.spec().withTaints(List.of(taints))), WriteOptions.PLAIN);
    }

    private static void cordon(TestCluster cluster, int number) {
        var node = node(cluster, number);
        cluster.client().update(node.withSpec(node.spec().withUnschedulable(true)), WriteOptions.PLAIN);
    }

    private static PodBuilder pod(String name) {
        return Pod.named(name).namespace("default").container("app", container -> container.image("web"));
    }

    private static Pod tolerant(String name, long seconds) {
        return pod(name)
                .spec(spec -> spec.nodeName("node-1")
                        .toleration(toleration -> toleration
                                .key("broken")
                                .operator("Exists")
                                .effect("NoExecute")
                                .tolerationSeconds(seconds)))
                .build();
    }

    @Test
    void aNodeThatChangesWhileAnotherIsWrittenIsTaintedToo() {
        var seconds = Duration.ofSeconds(6); // longer than from one look at all nodes to the next
        try (var cluster = TestCluster.seeded(1).start()) {
            cluster.settle();
            cluster.faults().plan().slow("client.slow.update.nodes", 1, seconds, seconds);

            cordon(cluster, 1);
            cluster.runFor(Duration.ofSeconds(1));
            cordon(cluster, 2);
            cluster.runFor(Duration.ofMinutes(1));

            assertThat(node(cluster, 1).spec().taints()).hasSize(1);
            assertThat(node(cluster, 2).spec().taints()).hasSize(1);
        }
    }

    @Test
    void aPodToleratesATaintWithoutDateForAsLongAsItSaid() {
        try (var cluster = TestCluster.simulated(1)) {
            cluster.create(tolerant("patient", 60));
            cluster.runFor(Duration.ofMinutes(5));

            taint(cluster, BROKEN);
            cluster.runFor(Duration.ofSeconds(55));
            assertThat(cluster.livePods()).hasSize(1);
            cluster.runFor(Duration.ofSeconds(10));

            assertThat(cluster.livePods()).isEmpty();
        }
    }

    @Test
    void aTaintThatGoesAndComesAgainIsToleratedAsLongAgain() {
        try (var cluster = TestCluster.simulated(1)) {
            cluster.create(tolerant("patient", 60));
            cluster.runFor(Duration.ofMinutes(5));
            taint(cluster, BROKEN);
            cluster.runFor(Duration.ofSeconds(40));
            taint(cluster);
            cluster.runFor(Duration.ofSeconds(40));
            assertThat(cluster.all(Event.KIND))
                    .extracting(Event::message)
                    .contains("Cancelling deletion of Pod default/patient");

            taint(cluster, BROKEN);
            cluster.runFor(Duration.ofSeconds(40));

            assertThat(cluster.livePods()).hasSize(1);
        }
    }

    @Test
    void aPodThatComesToATaintedNodeStaysForAsLongAsItSaid() {
        try (var cluster = TestCluster.simulated(1)) {
            cluster.settle();
            taint(cluster, BROKEN.withTimeAdded(cluster.time().now()));
            cluster.runFor(Duration.ofMinutes(5));

            cluster.create(tolerant("late", 60));
            cluster.runFor(Duration.ofSeconds(50));
            assertThat(cluster.livePods()).hasSize(1);
            cluster.runFor(Duration.ofSeconds(20));

            assertThat(cluster.livePods()).isEmpty();
        }
    }

    @Test
    void aPodMayTolerateATaintForLongerThanTimeCanBeCounted() {
        try (var cluster = TestCluster.simulated(1)) {
            cluster.create(tolerant("millennia", 10_000_000_000L));
            cluster.create(tolerant("ages", Long.MAX_VALUE));
            cluster.settle();

            taint(cluster, BROKEN);
            cluster.settle();

            assertThat(cluster.livePods()).hasSize(2);
        }
    }

    @Test
    void theFirstTolerationOfATaintCounts() {
        try (var cluster = TestCluster.simulated(1)) {
            cluster.create(pod("loyal")
                    .spec(spec -> spec.nodeName("node-1")
                            .toleration(toleration -> toleration.operator("Exists"))
                            .toleration(toleration -> toleration
                                    .key("broken")
                                    .operator("Exists")
                                    .effect("NoExecute")
                                    .tolerationSeconds(5L)))
                    .build());
            cluster.settle();

            taint(cluster, BROKEN.withTimeAdded(cluster.time().now()));
            cluster.runFor(Duration.ofMinutes(1));

            assertThat(cluster.livePods()).hasSize(1);
        }
    }
}
