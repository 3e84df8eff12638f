package io.podium.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.apps.Deployment;
import io.podium.api.client.DeleteOptions;
import io.podium.api.core.ConfigMap;
import io.podium.api.core.Namespace;
import io.podium.api.core.NamespaceCondition;
import io.podium.api.meta.ObjectKey;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a namespace says that cannot go. */
class NamespaceTest {
    private static final ObjectKey TEAM = ObjectKey.of("", "team");

    @Test
    void tellsWhatIsLeftAndWhatHoldsIt() {
        try (var cluster = TestCluster.simulated(1)) {
            cluster.create(Namespace.named("team").build());
            cluster.create(ConfigMap.named("settings")
                    .namespace("team")
                    .finalizer("example.com/backup")
                    .build());
            cluster.create(Deployment.named("web")
                    .namespace("team")
                    .replicas(0)
                    .container("app", container -> container.image("web"))
                    .finalizer("example.com/audit")
                    .finalizer("example.com/backup")
                    .build());
            cluster.settle();

            cluster.client().delete(Namespace.KIND, TEAM, DeleteOptions.PLAIN);
            cluster.runFor(Duration.ofMinutes(1));

            var remaining = condition(cluster, "NamespaceContentRemaining");
            assertThat(remaining.status()).isEqualTo("True");
            assertThat(remaining.reason()).isEqualTo("SomeResourcesRemain");
            assertThat(remaining.message())
                    .isEqualTo(
                            "Some resources are remaining: configmaps. has 1 resource instances, deployments.apps has 1"
                                    + " resource instances");
            var held = condition(cluster, "NamespaceFinalizersRemaining");
            assertThat(held.status()).isEqualTo("True");
            assertThat(held.reason()).isEqualTo("SomeFinalizersRemain");
            assertThat(held.message())
                    .isEqualTo("Some content in the namespace has finalizers remaining: example.com/audit in 1 resource"
                            + " instances, example.com/backup in 2 resource instances");
        }
    }

    private static NamespaceCondition condition(TestCluster cluster, String type) {
        return cluster.client().get(Namespace.KIND, TEAM).status().conditions().stream()
                .filter(condition -> condition.type().equals(type))
                .findFirst()
                .orElseThrow();
    }
}
