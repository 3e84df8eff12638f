package io.podium.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.apps.Deployment;
import io.podium.api.apps.DeploymentBuilder;
import io.podium.api.apps.ReplicaSet;
import io.podium.api.batch.Job;
import io.podium.api.client.ApiException;
import io.podium.api.client.DeleteOptions;
import io.podium.api.client.DeleteOptions.Propagation;
import io.podium.api.client.WatchEvent;
import io.podium.api.client.WatchOptions;
import io.podium.api.core.ConfigMap;
import io.podium.api.core.Namespace;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.ObjectKey;
import io.podium.runtime.simulated.SimulatedBehavior;
import io.podium.testkit.sim.SeedSource;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Controllers against one kind of fault each: what larger simulations once found, by itself. */
class ControllerSimulation {
    private static final Duration WHILE = Duration.ofMinutes(3);

    @ParameterizedTest
    @SeedSource(runs = 10)
    void aPodWhoseCreationHadNoAnswerIsNotCreatedAgain(long seed) {
        var cluster = TestCluster.seeded(seed)
                .faults(faults ->
                        faults.plan().fail("client.lost.create.pods", 0.5).fail("informer.lag.pods", 0.5))
                .start();
        try (cluster) {
            cluster.create(deployment("web", 6).build());

            cluster.runFor(WHILE);
            cluster.healAndSettle();

            assertThat(cluster.violations()).isEmpty();
            assertThat(cluster.livePods()).hasSize(6);
        }
    }

    @ParameterizedTest
    @SeedSource(runs = 10)
    void aPodThatEndsWhileAnotherIsCountedIsNotReplaced(long seed) {
        var cluster = TestCluster.seeded(seed)
                .script((sandbox, container) -> SimulatedBehavior.ends(Duration.ofSeconds(20), 0))
                .faults(faults ->
                        faults.plan().slow("client.slow.update", 0.5, Duration.ofMillis(1), Duration.ofSeconds(5)))
                .start();
        try (cluster) {
            for (int i = 0; i < 5; i++) {
                cluster.create(Job.named("task-" + i)
                        .completions(3)
                        .parallelism(3)
                        .restartPolicy("Never")
                        .container("task", container -> container.image("task"))
                        .build());
            }

            cluster.runFor(WHILE);
            cluster.healAndSettle();

            assertThat(cluster.violations()).isEmpty();
            assertThat(cluster.all(Job.KIND)).allMatch(job -> job.status().succeeded() == 3);
        }
    }

    @Test
    void aRolloutThatIsResizedAndToldToRecreateEnds() {
        try (var cluster = TestCluster.simulated(1)) {
            cluster.apply(deployment("web", 5).rolling("1", "1").build());
            cluster.settle();
            cluster.apply(deployment("web", 5)
                    .rolling("1", "1")
                    .podLabel("version", "2")
                    .podSpec(spec -> spec.nodeSelector("no", "node"))
                    .build());
            cluster.runFor(Duration.ofSeconds(10));
            assertThat(cluster.all(ReplicaSet.KIND))
                    .allMatch(set -> set.status().replicas() > 0);

            cluster.apply(
                    deployment("web", 2).podLabel("version", "3").recreate().build());
            cluster.runFor(WHILE);

            assertThat(cluster.unsettled()).isEmpty();
            assertThat(cluster.livePods())
                    .hasSize(2)
                    .allMatch(pod -> "3".equals(pod.metadata().labels().get("version")));
        }
    }

    @Test
    void anObjectThatNothingHoldsAnyMoreGoesWithoutFinalizers() {
        try (var cluster = TestCluster.simulated(1)) {
            var web = cluster.create(deployment("web", 1).build());
            cluster.settle();
            var client = cluster.client();
            client.delete(Deployment.KIND, web.key(), DeleteOptions.PLAIN.with(Propagation.FOREGROUND));
            var watch = client.watch(Deployment.KIND, "default", WatchOptions.ALL.from(newest(cluster, web)));

            client.delete(Deployment.KIND, web.key(), DeleteOptions.PLAIN.with(Propagation.BACKGROUND));

            var last = watch.poll().getLast();
            assertThat(last.type()).isEqualTo(WatchEvent.Type.DELETED);
            assertThat(last.object().metadata().finalizers()).isEmpty();
        }
    }

    @ParameterizedTest
    @SeedSource(runs = 10)
    void whatADeploymentLetsGoIsNotTakenBackByAControllerThatIsBehind(long seed) {
        var cluster = TestCluster.seeded(seed)
                .faults(faults -> faults.plan().fail("informer.lag.deployments", 0.9))
                .start();
        try (cluster) {
            var web = cluster.create(deployment("web", 3).build());
            cluster.runFor(WHILE);
            cluster.client().delete(Deployment.KIND, web.key(), DeleteOptions.PLAIN.with(Propagation.ORPHAN));

            cluster.runFor(WHILE);
            cluster.healAndSettle();

            assertThat(cluster.all(Deployment.KIND)).isEmpty();
            assertThat(cluster.all(ReplicaSet.KIND))
                    .hasSize(1)
                    .allMatch(set -> set.metadata().ownerReferences().isEmpty());
            assertThat(cluster.livePods()).hasSize(3);
        }
    }

    @Test
    void whatIsCreatedWhileItsNamespaceGoesDoesNotStay() {
        try (var cluster = TestCluster.simulated(1)) {
            var time = cluster.time();
            cluster.create(Namespace.named("team").build());
            cluster.settle();
            cluster.cluster().mutate(ConfigMap.KIND, (object, attributes) -> slowly(time, object));
            var late = ConfigMap.named("late").namespace("team").build();

            var answers = new ArrayList<ApiException>();
            time.execute("create", () -> {
                try {
                    cluster.create(late);
                } catch (ApiException refused) {
                    answers.add(refused);
                }
            });
            cluster.runFor(Duration.ofSeconds(1));
            cluster.client().delete(Namespace.KIND, ObjectKey.of("", "team"), DeleteOptions.PLAIN);
            cluster.settle();

            assertThat(cluster.client().find(Namespace.KIND, ObjectKey.of("", "team")))
                    .isEmpty();
            assertThat(cluster.client().find(ConfigMap.KIND, late.key())).isEmpty();
            assertThat(answers).extracting(ApiException::getMessage).containsExactly("namespaces \"team\" not found");
        }
    }

    private static ConfigMap slowly(Dispatcher time, ConfigMap object) {
        try {
            time.sleep(WHILE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return object;
    }

    private static String newest(TestCluster cluster, ApiObject<?> object) {
        return cluster.client().get(Deployment.KIND, object.key()).metadata().resourceVersion();
    }

    private static DeploymentBuilder deployment(String name, int replicas) {
        return Deployment.named(name)
                .namespace("default")
                .replicas(replicas)
                .container("app", container -> container.image("web"));
    }
}
