package io.podium.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.apps.Deployment;
import io.podium.api.apps.DeploymentBuilder;
import io.podium.api.apps.ReplicaSet;
import io.podium.api.client.WriteOptions;
import io.podium.api.meta.Sorted;
import org.junit.jupiter.api.Test;

/** Rollouts of which somebody else has changed the bookkeeping. */
class RolloutTest {
    private static final String REVISION = "deployment.kubernetes.io/revision";
    private static final String HISTORY = "deployment.kubernetes.io/revision-history";

    private static DeploymentBuilder web(int replicas) {
        return Deployment.named("web")
                .namespace("default")
                .replicas(replicas)
                .container("app", container -> container.image("web"));
    }

    private static void annotate(TestCluster cluster, String annotation, String value) {
        var set = cluster.all(ReplicaSet.KIND).getFirst();
        var annotations = Sorted.with(set.metadata().annotations(), annotation, value);
        cluster.client().update(set.withMetadata(set.metadata().withAnnotations(annotations)), WriteOptions.PLAIN);
    }

    @Test
    void aRevisionThatIsNoNumberStopsNothing() {
        try (var cluster = TestCluster.simulated(1)) {
            cluster.apply(web(1).build());
            cluster.settle();

            annotate(cluster, REVISION, "mine");
            cluster.apply(web(3).build());
            cluster.settle();

            assertThat(cluster.livePods()).hasSize(3);
            assertThat(cluster.all(ReplicaSet.KIND).getFirst().annotation(REVISION))
                    .isEqualTo("1");
        }
    }

    @Test
    void theHistoryOfRevisionsForgetsTheOldest() {
        try (var cluster = TestCluster.simulated(1)) {
            cluster.apply(web(1).build());
            cluster.settle();
            annotate(cluster, HISTORY, "7,".repeat(999) + "7");

            cluster.apply(web(1).podLabel("version", "2").build());
            cluster.settle();
            cluster.apply(web(1).build()); // the first template again, as the third revision
            cluster.settle();

            var first = cluster.all(ReplicaSet.KIND).stream()
                    .filter(set -> set.annotation(HISTORY) != null)
                    .findFirst()
                    .orElseThrow();
            assertThat(first.annotation(REVISION)).isEqualTo("3");
            assertThat(first.annotation(HISTORY)).hasSize(1999).endsWith(",7,1");
        }
    }
}
