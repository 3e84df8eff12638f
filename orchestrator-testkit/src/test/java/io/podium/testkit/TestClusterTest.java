package io.podium.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.apps.Deployment;
import io.podium.api.client.DeleteOptions;
import io.podium.api.core.Pod;
import io.podium.api.meta.ObjectKey;
import java.time.Duration;
import org.junit.jupiter.api.Test;

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
}
