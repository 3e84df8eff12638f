package io.podium.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.client.DeleteOptions;
import io.podium.api.core.Pod;
import io.podium.api.core.PodBuilder;
import io.podium.api.meta.IntOrString;
import io.podium.runtime.simulated.SimulatedBehavior;
import io.podium.runtime.simulated.SimulatedBehavior.Stage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Grace periods that are meant to be endless. */
class GracePeriodTest {
    private static final Duration WHILE = Duration.ofMinutes(1);

    private static PodBuilder pod() {
        return Pod.named("patient")
                .namespace("default")
                .spec(spec -> spec.terminationGracePeriodSeconds(Long.MAX_VALUE));
    }

    @Test
    void aPodIsDeletedThatMayTakeForEver() {
        try (var cluster = TestCluster.simulated(1)) {
            var pod = cluster.create(
                    pod().container("app", container -> container.image("web")).build());
            cluster.settle();

            cluster.client().delete(Pod.KIND, pod.key(), DeleteOptions.PLAIN);
            cluster.runFor(WHILE);

            assertThat(cluster.all(Pod.KIND)).isEmpty();
            assertThat(cluster.violations()).isEmpty();
        }
    }

    @Test
    void aContainerIsStartedAgainThatMayTakeForEverToEnd() {
        var hangs = SimulatedBehavior.DEFAULT.through(List.of(Stage.STEADY.hanging()));
        var cluster =
                TestCluster.seeded(1).script((sandbox, container) -> hangs).start();
        try (cluster) {
            cluster.create(pod().container(
                            "app",
                            container -> container
                                    .image("web")
                                    .livenessProbe(probe -> probe.httpGet(get -> get.port(IntOrString.of(80)))))
                    .build());

            cluster.runFor(WHILE);

            assertThat(cluster.livePods()
                            .getFirst()
                            .status()
                            .containerStatuses()
                            .getFirst()
                            .restartCount())
                    .isPositive();
        }
    }
}
