package io.podium.testkit.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.podium.agent.Agent;
import io.podium.agent.AgentSettings;
import io.podium.api.client.Client;
import io.podium.api.client.DeleteOptions;
import io.podium.api.client.ListOptions;
import io.podium.api.client.WriteOptions;
import io.podium.api.core.ContainerBuilder;
import io.podium.api.core.ContainerStatus;
import io.podium.api.core.Event;
import io.podium.api.core.Node;
import io.podium.api.core.Pod;
import io.podium.api.core.PodBuilder;
import io.podium.api.core.Probes;
import io.podium.api.meta.ObjectKey;
import io.podium.apiserver.ApiServer;
import io.podium.apiserver.admission.AdmissionChain;
import io.podium.apiserver.rules.BuiltInRules;
import io.podium.runtime.simulated.SimulatedBehavior;
import io.podium.runtime.simulated.SimulatedBehavior.Stage;
import io.podium.runtime.simulated.SimulatedNetwork;
import io.podium.runtime.simulated.SimulatedRuntime;
import io.podium.runtime.simulated.SimulatedScript;
import io.podium.store.memory.MemoryStore;
import io.podium.testkit.sim.SimulatedDispatcher;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An agent and simulated containers in virtual time. */
class AgentSimulation {
    private static final String NODE = "node-a";
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final SimulatedDispatcher time = SimulatedDispatcher.seeded(1);
    private final MemoryStore store = new MemoryStore(time);
    private final ApiServer server = new ApiServer(store, time, BuiltInRules.book(), new AdmissionChain());
    private final Client client = server.client("test");
    private final SimulatedRuntime runtime = SimulatedRuntime.start(
            time,
            SimulatedScript.byImage(Map.of(
                    "crashes", SimulatedBehavior.ends(SECOND, 1),
                    "completes", SimulatedBehavior.ends(SECOND, 0),
                    "slow", SimulatedBehavior.readyAfter(Duration.ofSeconds(30)),
                    "starts-late", SimulatedBehavior.DEFAULT.startingIn(Duration.ofSeconds(5)),
                    "hangs",
                            SimulatedBehavior.DEFAULT.through(
                                    List.of(Stage.STEADY.lasting(Duration.ofSeconds(20)), Stage.STEADY.hanging())),
                    "greedy", SimulatedBehavior.DEFAULT.through(List.of(Stage.STEADY.using(100, 64L << 20))))),
            new SimulatedNetwork());
    private final Agent agent =
            Agent.start(AgentSettings.of("test", NODE, Path.of("simulated")), client, runtime, time);

    @AfterEach
    void close() {
        agent.close();
        runtime.close();
        server.close();
        store.close();
        time.close();
    }

    private Pod run(String name, String image, Consumer<ContainerBuilder> more) {
        return run(Pod.named(name), image, more);
    }

    private Pod run(PodBuilder pod, String image, Consumer<ContainerBuilder> more) {
        return client.create(
                pod.namespace("default")
                        .podSpec(spec -> spec.nodeName(NODE))
                        .container("app", container -> {
                            container.image(image);
                            more.accept(container);
                        })
                        .build(),
                WriteOptions.PLAIN);
    }

    private Pod run(String name, String image) {
        return run(name, image, container -> {});
    }

    private Pod now(Pod pod) {
        return client.get(Pod.KIND, pod.key());
    }

    private ContainerStatus app(Pod pod) {
        return now(pod).status().containerStatuses().getFirst();
    }

    private String waitingReason(Pod pod) {
        var waiting = app(pod).state().waiting();
        return waiting == null ? "" : waiting.reason();
    }

    private boolean isReady(Pod pod) {
        return now(pod).status().conditions().stream()
                .anyMatch(each -> each.type().equals("Ready") && each.status().equals("True"));
    }

    private List<String> events(Pod pod) {
        return client.list(Event.KIND, "default", ListOptions.ALL).items().stream()
                .filter(event -> event.involvedObject().uid().equals(pod.uid()))
                .map(Event::reason)
                .toList();
    }

    @Test
    void keepsItsNodeReady() {
        time.runFor(Duration.ofMinutes(11));

        var node = client.get(Node.KIND, ObjectKey.of("", NODE));
        var ready = node.status().conditions().stream()
                .filter(each -> each.type().equals("Ready"))
                .findFirst()
                .orElseThrow();

        assertThat(ready.status()).isEqualTo("True");
        assertThat(Duration.between(ready.lastHeartbeatTime(), time.now())).isLessThan(Duration.ofMinutes(6));
    }

    @Test
    void runsAPodWithOneWriteOfItsStatus() {
        time.runFor(SECOND);
        var pod = run("web", "nginx");

        time.runFor(SECOND);

        assertThat(now(pod).status().phase()).isEqualTo("Running");
        assertThat(isReady(pod)).isTrue();
        assertThat(now(pod).status().podIP()).startsWith("10.");
        assertThat(Long.parseLong(now(pod).metadata().resourceVersion())
                        - Long.parseLong(pod.metadata().resourceVersion()))
                .isEqualTo(1);
        assertThat(events(pod)).containsExactlyInAnyOrder("Pulled", "Created", "Started");
    }

    @Test
    void waitsLongerAfterEachCrash() {
        time.runFor(SECOND);
        var pod = run("crashing", "crashes");

        time.runFor(Duration.ofMillis(2500));
        assertThat(app(pod).restartCount()).isEqualTo(1);
        assertThat(waitingReason(pod)).isEqualTo("CrashLoopBackOff");
        assertThat(app(pod).state().waiting().message())
                .isEqualTo("back-off 10s restarting failed container=app pod=crashing_default(" + pod.uid() + ")");
        time.runFor(Duration.ofSeconds(11));
        assertThat(app(pod).restartCount()).isEqualTo(2);
        time.runFor(Duration.ofSeconds(10));
        assertThat(app(pod).restartCount()).isEqualTo(2);
        assertThat(waitingReason(pod)).isEqualTo("CrashLoopBackOff");
        time.runFor(Duration.ofSeconds(11));

        assertThat(app(pod).restartCount()).isEqualTo(3);
        assertThat(now(pod).status().phase()).isEqualTo("Running");
        assertThat(events(pod)).contains("BackOff");
    }

    @Test
    void completesAPod() {
        time.runFor(SECOND);
        var pod = run(Pod.named("job").restartPolicy("Never"), "completes", container -> {});

        time.runFor(Duration.ofSeconds(2));

        assertThat(now(pod).status().phase()).isEqualTo("Succeeded");
        assertThat(app(pod).state().terminated().reason()).isEqualTo("Completed");
    }

    @Test
    void isReadyOnceItsProbePasses() {
        time.runFor(SECOND);
        var pod = run("slow", "slow", container -> container.readiness(Probes.http("/", 8080)));

        time.runFor(Duration.ofSeconds(20));
        assertThat(isReady(pod)).isFalse();
        assertThat(now(pod).status().phase()).isEqualTo("Running");
        time.runFor(Duration.ofSeconds(25));

        assertThat(isReady(pod)).isTrue();
        assertThat(events(pod)).contains("Unhealthy");
    }

    @Test
    void asksWhetherAContainerHasStartedOnlyUntilItHas() {
        run(
                "web",
                "slow",
                container -> container.startup(
                        Probes.exec("started").withPeriodSeconds(2).withFailureThreshold(30)));

        time.runFor(Duration.ofSeconds(20));
        var before = time.liveTasks();
        time.runFor(Duration.ofSeconds(20));

        assertThat(before).anyMatch(task -> task.contains("Startup probe of app"));
        assertThat(time.liveTasks()).noneMatch(task -> task.contains("Startup probe of app"));
    }

    @Test
    void restartsWhatDoesNotLive() {
        time.runFor(SECOND);
        var pod = run("hanging", "hangs", container -> container.liveness(Probes.http("/", 8080)));

        time.runFor(Duration.ofSeconds(70));

        assertThat(app(pod).restartCount()).isPositive();
        assertThat(events(pod)).contains("Unhealthy", "Killing");
    }

    @Test
    void waitsForASlowStart() {
        time.runFor(SECOND);
        var pod = run("late", "starts-late");

        time.runFor(Duration.ofSeconds(3));
        assertThat(waitingReason(pod)).isEqualTo("ContainerCreating");
        time.runFor(Duration.ofSeconds(3));

        assertThat(now(pod).status().phase()).isEqualTo("Running");
    }

    @Test
    void saysWhenMemoryWasShort() {
        time.runFor(SECOND);
        var pod = run(
                Pod.named("greedy").restartPolicy("Never"),
                "greedy",
                container -> container.resources(
                        resources -> resources.limits(Map.of("memory", io.podium.api.meta.Quantity.of("32Mi")))));

        time.runFor(SECOND);

        assertThat(app(pod).state().terminated().reason()).isEqualTo("OOMKilled");
        assertThat(now(pod).status().phase()).isEqualTo("Failed");
    }

    @Test
    void leavesNothingOfADeletedPod() {
        time.runFor(SECOND);
        var pod = run("web", "nginx");
        time.runFor(SECOND);

        client.delete(Pod.KIND, pod.key(), DeleteOptions.PLAIN);
        time.runFor(SECOND);

        assertThat(client.find(Pod.KIND, pod.key())).isEmpty();
        assertThat(runtime.sandboxes()).isEmpty();
    }

    @Test
    void endsAPodAtItsDeadline() {
        time.runFor(SECOND);
        var pod = run(Pod.named("late").podSpec(spec -> spec.activeDeadlineSeconds(60L)), "nginx", container -> {});

        time.runFor(Duration.ofSeconds(50));
        assertThat(now(pod).status().phase()).isEqualTo("Running");
        time.runFor(Duration.ofSeconds(12));

        assertThat(now(pod).status().phase()).isEqualTo("Failed");
        assertThat(now(pod).status().reason()).isEqualTo("DeadlineExceeded");
    }

    @Test
    void doesNotBlameAContainerForAStandstill() {
        time.runFor(SECOND);
        var pod = run("web", "nginx", container -> container.liveness(Probes.http("/", 8080)));
        time.runFor(Duration.ofSeconds(15));

        time.standStill(Duration.ofMinutes(5));
        time.runFor(Duration.ofSeconds(30));

        assertThat(app(pod).restartCount()).isZero();
        assertThat(isReady(pod)).isTrue();
    }

    @Test
    void rejectsWhatDoesNotFit() {
        time.runFor(SECOND);
        var pod = run(
                "big",
                "nginx",
                container -> container.resources(
                        resources -> resources.requests(Map.of("cpu", io.podium.api.meta.Quantity.of(500)))));

        time.runFor(SECOND);

        assertThat(now(pod).status().phase()).isEqualTo("Failed");
        assertThat(now(pod).status().reason()).isEqualTo("OutOfcpu");
        assertThat(now(pod).status().message())
                .isEqualTo("Pod was rejected: Node didn't have enough resource: cpu, requested: 500000, used: 0,"
                        + " capacity: 32000");
    }
}
