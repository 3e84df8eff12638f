package io.podium.cluster;

import static io.podium.api.Conditions.available;
import static io.podium.api.Conditions.complete;
import static io.podium.api.Conditions.gone;
import static io.podium.api.Conditions.ready;
import static io.podium.api.core.Probes.exec;
import static io.podium.api.core.Resources.cpu;
import static io.podium.api.core.Resources.memory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.podium.api.AwaitException;
import io.podium.api.Cluster;
import io.podium.api.Condition;
import io.podium.api.apps.Deployment;
import io.podium.api.batch.Job;
import io.podium.api.client.ListOptions;
import io.podium.api.client.WatchOptions;
import io.podium.api.core.ContainerBuilder;
import io.podium.api.core.ContainerStatus;
import io.podium.api.core.Event;
import io.podium.api.core.Pod;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a user reads who has waited in vain: what is wrong, without a look at anything else. */
class AwaitMessageTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private Cluster cluster;

    @BeforeEach
    void start() {
        cluster = Cluster.start();
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void podsThatCrash() throws InterruptedException {
        var pod = deploy(
                "shop",
                c -> c.image("host")
                        .command("sh", "-c", "echo starting; sleep 0.1; echo 'no database at db:5432' >&2; exit 3")
                        .readiness(exec("false")));
        awaitContainer(pod, status -> status.state().waiting() != null && status.restartCount() == 1);
        awaitEvent("ScalingReplicaSet", event -> true);
        awaitEvent("Started", event -> event.count() == 2);
        awaitEvent("BackOff", event -> true);

        var message = messageOf(() -> cluster.deployment("shop").await(available(), A_SECOND));

        assertThat(message)
                .startsWith("waited 1 s in vain for Deployment default/shop to be available\n"
                        + "  Deployment default/shop: 1 updated, 0 available, 1 in all of 1\n"
                        + "    Available=False (MinimumReplicasUnavailable: "
                        + "Deployment does not have minimum availability.)\n")
                .containsPattern("\n {6}ReplicaSet default/shop-\\w+: 1 of 1 replicas, 0 ready\n"
                        + " {10}Pod default/" + pod + ": Running on node-1\n"
                        + " {12}Ready=False \\(ContainersNotReady: containers with unready status: \\[app\\]\\)\n"
                        + " {12}container app: waiting \\(CrashLoopBackOff: back-off 10s restarting failed .*\\);"
                        + " restarted once; ended before with exit code 3 \\(Error\\)\n")
                .contains("\n  Events, newest last:\n")
                .containsPattern("\n    Normal ScalingReplicaSet Deployment/shop: .*\n")
                .containsPattern("\n    Normal Started Pod/" + pod + ": Started container app"
                        + " \\(2 times, last \\d+ s ago\\)\n")
                .containsPattern("\n    Warning BackOff Pod/" + pod + ": Back-off restarting failed container .*\n")
                .endsWith("\n  log of pod " + pod + ", container app:\n    starting\n    no database at db:5432");
    }

    @Test
    void anImageThatCannotBePulled() throws InterruptedException {
        var pod = deploy("shop", c -> c.image("shop:1.2"));
        awaitContainer(
                pod, status -> reason(status).endsWith("Pull") || reason(status).endsWith("PullBackOff"));
        awaitEvent("Failed", event -> event.message().startsWith("Failed to pull image"));

        var message = messageOf(() -> cluster.deployment("shop").await(available(), A_SECOND));

        assertThat(message)
                .containsPattern(
                        "\n {12}container app: waiting \\((Err)?Image\\w+: .*\"shop:1.2\".*set image: host .*\n")
                .containsPattern("\n    Warning Failed Pod/" + pod + ": Failed to pull image \"shop:1.2\": .*\n")
                .doesNotContain("log of pod");
    }

    @Test
    void aPodThatFitsNowhere() throws InterruptedException {
        var pod = deploy("shop", c -> c.image("host").command("sleep", "9").requests(cpu("999"), memory("1Mi")));
        cluster.pod(pod)
                .await(
                        Condition.of(
                                "to be looked at",
                                found -> !found.status().conditions().isEmpty()),
                        PATIENCE);
        awaitEvent("FailedScheduling", event -> true);

        var message = messageOf(() -> cluster.deployment("shop").await(available(), A_SECOND));

        assertThat(message)
                .contains(" Pod default/" + pod + ": Pending\n            PodScheduled=False (Unschedulable: "
                        + "0/1 nodes are available: 1 Insufficient cpu. no new claims to deallocate, preemption: "
                        + "0/1 nodes are available: 1 Preemption is not helpful for scheduling.)\n")
                .containsPattern("\n    Warning FailedScheduling Pod/" + pod + ": 0/1 nodes are available: .*")
                .doesNotContain("log of pod");
    }

    @Test
    void aProbeThatFails() throws InterruptedException {
        var pod = deploy(
                "shop",
                c -> c.image("host")
                        .command("sh", "-c", "echo listening; exec sleep 100")
                        .readiness(exec("sh", "-c", "echo still warming up; exit 1")
                                .withPeriodSeconds(1)
                                .withTimeoutSeconds(30)));
        awaitContainer(pod, status -> status.state().running() != null);
        awaitEvent("Unhealthy", event -> true);

        var message = messageOf(() -> cluster.deployment("shop").await(available(), Duration.ofMillis(1_500)));

        assertThat(message)
                .startsWith("waited 1500 ms in vain")
                .contains("container app: running, not ready\n")
                .contains("Warning Unhealthy Pod/" + pod + ": Readiness probe failed: still warming up (")
                .endsWith("container app:\n    listening");
    }

    @Test
    void aJobThatFails() {
        cluster.apply(Job.named("sum")
                .podSpec(spec -> spec.restartPolicy("Never"))
                .container("sum", c -> c.image("host").command("sh", "-c", "echo 1 + ?; exit 2"))
                .build());
        var failed = Condition.<Job>of("to have failed", job -> job.status().failed() > 0);
        cluster.job("sum").await(failed, PATIENCE);

        var message = messageOf(() -> cluster.job("sum").await(complete(), Duration.ZERO));

        assertThat(message)
                .contains("  Job default/sum: 0 active, 0 succeeded, 1 failed\n")
                .contains("container sum: ended with exit code 2 (Error)\n")
                .endsWith("container sum:\n    1 + ?");
    }

    @Test
    void anInitContainerThatFails() {
        cluster.apply(Pod.named("shop")
                .initContainer("migrate", c -> c.image("host").command("sh", "-c", "echo no schema; exit 4"))
                .container("app", c -> c.image("host").command("sleep", "9"))
                .build());
        cluster.pod("shop")
                .await(
                        Condition.of(
                                "to have tried again",
                                pod -> pod.status().initContainerStatuses().stream()
                                        .anyMatch(status -> status.restartCount() == 1
                                                && status.state().waiting() != null)),
                        PATIENCE);

        var message = messageOf(() -> cluster.pod("shop").await(ready(), Duration.ZERO));

        assertThat(message)
                .contains("    init container migrate: waiting (CrashLoopBackOff: ")
                .contains("; restarted once; ended before with exit code 4 (Error)\n")
                .contains("\n    container app: waiting (PodInitializing)\n")
                .endsWith("\n  log of pod shop, container migrate:\n    no schema");
    }

    /** The one that is wrong is not lost among many. */
    @Test
    void aPodThatIsNotReadyComesFirst() {
        cluster.apply(Deployment.named("shop")
                .replicas(7)
                .container(
                        "app",
                        c -> c.image("host")
                                .command("sleep", "100")
                                .readiness(exec("sh", "-c", "test -e $POD_ROOT/ready")
                                        .withPeriodSeconds(1))
                                .lifecycle(life ->
                                        life.postStart(hook -> hook.exec(run -> run.command("sh", "-c", READY)))))
                .build());
        var six = Condition.<Deployment>of(
                "to have six replicas", shop -> shop.status().readyReplicas() == 6);
        cluster.deployment("shop").await(six, PATIENCE);

        var message = messageOf(() -> cluster.deployment("shop").await(available(), A_SECOND));

        assertThat(message.indexOf("container app: running, not ready"))
                .isPositive()
                .isLessThan(message.indexOf("container app: running, ready"));
        assertThat(message).contains("\n          and 2 more\n");
    }

    /** All but the first that comes make themselves ready. */
    private static final String READY = "mkdir ${POD_ROOT%/pods/*}/first 2>/dev/null || touch $POD_ROOT/ready";

    @Test
    void somethingThatStays() {
        cluster.apply(Pod.named("shop")
                .container("app", c -> c.image("host").command("sleep", "100"))
                .build());
        cluster.pod("shop").await(ready(), PATIENCE);

        var message = messageOf(() -> cluster.pod("shop").await(gone(), A_SECOND));

        assertThat(message)
                .startsWith("waited 1 s in vain for Pod default/shop to be gone\n")
                .contains("\n  Pod default/shop: Running on node-1\n    container app: running, ready\n")
                .endsWith("log of pod shop, container app: empty");
    }

    /** Applies a deployment of one pod; returns the pod's name. */
    private String deploy(String name, Consumer<ContainerBuilder> container) {
        cluster.apply(Deployment.named(name).container("app", container).build());
        cluster.deployment(name)
                .await(
                        Condition.of(
                                "to have a pod",
                                shop -> !cluster.deployment(name).pods().isEmpty()),
                        PATIENCE);
        return cluster.deployment(name).pods().getFirst().name();
    }

    private void awaitContainer(String pod, Predicate<ContainerStatus> holds) {
        cluster.pod(pod)
                .await(
                        Condition.of(
                                "to have come so far",
                                found -> found.status().containerStatuses().stream()
                                        .anyMatch(holds)),
                        PATIENCE);
    }

    /** Events are written beside everything else, each writer's in its turn. */
    private void awaitEvent(String reason, Predicate<Event> holds) throws InterruptedException {
        var client = cluster.client();
        try (var watch = client.watch(Event.KIND, "default", WatchOptions.ALL)) {
            while (client.list(Event.KIND, "default", ListOptions.ALL).items().stream()
                    .noneMatch(event -> event.reason().equals(reason) && holds.test(event))) {
                assertThat(watch.next(PATIENCE)).as(reason).isNotEmpty();
            }
        }
    }

    private static String reason(ContainerStatus status) {
        var waiting = status.state().waiting();
        return waiting == null ? "" : waiting.reason();
    }

    private static String messageOf(Runnable await) {
        return catchThrowableOfType(AwaitException.class, await::run).getMessage();
    }
}
