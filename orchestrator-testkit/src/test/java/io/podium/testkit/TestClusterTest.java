package io.podium.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podium.api.apps.Deployment;
import io.podium.api.client.DeleteOptions;
import io.podium.api.core.Pod;
import io.podium.api.meta.ObjectKey;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TestClusterTest {

    private static Deployment web(int replicas) {
        return Deployment.named("web")
                .replicas(replicas)
                .namespace("default")
                .container("app", container -> container.image("web"))
                .build();
    }

    @Test
    void runsADeployment() {
        try (var cluster = TestCluster.simulated(1)) {
            cluster.apply(web(3));

            cluster.settle();

            assertThat(cluster.livePods())
                    .hasSize(3)
                    .allMatch(pod -> pod.status().phase().equals("Running"));
            assertThat(cluster.unsettled()).isEmpty();
            assertThat(cluster.violations()).isEmpty();
        }
    }

    @Test
    void deletesWhatADeploymentOwns() {
        try (var cluster = TestCluster.simulated(2)) {
            cluster.apply(web(3));
            cluster.settle();

            cluster.client().delete(Deployment.KIND, ObjectKey.of("default", "web"), DeleteOptions.PLAIN);
            cluster.settle();

            assertThat(cluster.all(Pod.KIND)).isEmpty();
            assertThat(cluster.violations()).isEmpty();
        }
    }

    @Test
    void movesPodsFromANodeThatCrashed() {
        try (var cluster = TestCluster.seeded(3).nodes(2).start()) {
            cluster.apply(web(4));
            cluster.settle();

            cluster.crashNode("node-1");
            cluster.runFor(Duration.ofMinutes(10));

            assertThat(cluster.livePods())
                    .hasSize(4)
                    .allMatch(pod -> pod.spec().nodeName().equals("node-2"));
            assertThat(cluster.violations()).isEmpty();
        }
    }

    /** As a test does that fails meanwhile. */
    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a lock does not heed an interruption
    void closesWhileCallsOfItsWatchersAreSlow() {
        var cluster = TestCluster.seeded(4)
                .faults(faults -> faults.plan().slow("client.slow", 1, Duration.ofHours(1), Duration.ofHours(1)))
                .start();
        cluster.runFor(Duration.ofMinutes(1));

        cluster.close();

        assertThat(cluster.time().liveTasks()).isEmpty();
    }

    @Test
    void knowsItsNodesAndControllers() {
        try (var cluster = TestCluster.simulated(5)) {
            assertThatThrownBy(() -> cluster.crashNode("node-9"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("there is no node node-9, only [node-1, node-2, node-3]");
            assertThatThrownBy(() -> cluster.restartController("scheduler"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("default-scheduler");

            cluster.healAndSettle();

            assertThat(cluster.unsettled()).isEmpty();
        }
    }

    @Test
    void refusesWhatMakesNoSense() {
        var description = TestCluster.seeded(6);
        assertThatThrownBy(() -> description.nodes(0)).hasMessage("the number of nodes must be at least 1, was 0");
        try (var cluster = description.start()) {
            var second = Duration.ofSeconds(1);
            var plan = cluster.faults().plan();

            assertThatThrownBy(() -> cluster.runFor(second.negated()))
                    .hasMessage("the duration to run for must not be negative, was PT-1S");
            assertThatThrownBy(() -> plan.slow("client.slow", 1, second, Duration.ZERO))
                    .hasMessage("delays of client.slow must be at least zero, the shortest first, were PT1S to PT0S");
        }
    }
}
