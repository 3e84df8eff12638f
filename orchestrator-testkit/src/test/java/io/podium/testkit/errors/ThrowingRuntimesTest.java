package io.podium.testkit.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podium.api.Cluster;
import io.podium.api.Condition;
import io.podium.api.Conditions;
import io.podium.api.core.ConfigMap;
import io.podium.api.runtime.ContainerRuntime;
import io.podium.api.runtime.LogOptions;
import io.podium.api.runtime.RuntimeFactory;
import io.podium.runtime.Runtimes;
import io.podium.runtime.simulated.SimulatedBehavior;
import io.podium.testkit.TestCluster;
import io.podium.testkit.sim.SimulatedDispatcher;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Code of the application that runs for a pod, or is asked about one, and throws. */
class ThrowingRuntimesTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static void run(Cluster cluster, String name, String image) {
        PodStory.begin(cluster, name, c -> c.image(image));
    }

    @Test
    void aScriptOfSimulatedContainers() {
        var broken = new AtomicBoolean(true);
        try (var simulated = TestCluster.seeded(1)
                .nodes(1)
                .script((pod, container) -> {
                    if (broken.get() && container.image().equals("bad")) {
                        throw new IllegalStateException("no act for " + pod.name());
                    }
                    return SimulatedBehavior.DEFAULT;
                })
                .start()) {
            var story = PodStory.begin(simulated.cluster(), "bad", c -> c.image("bad"));
            run(simulated.cluster(), "good", "good");
            simulated.runFor(SECOND);

            var waiting = story.app().state().waiting();
            assertThat(waiting.reason()).isEqualTo("CreateContainerError");
            assertThat(waiting.message()).isEqualTo("java.lang.IllegalStateException: no act for bad");
            assertThat(story.events())
                    .contains("Warning Failed Error: java.lang.IllegalStateException: no act for bad");
            assertThat(simulated.cluster().pod("good").get().status().phase()).isEqualTo("Running");
            broken.set(false);
            simulated.runFor(Duration.ofSeconds(30));
            assertThat(story.now().status().phase()).isEqualTo("Running");
            assertThat(simulated.violations()).isEmpty();
        }
    }

    /** What is no exception concerns its pod only, too. */
    @Test
    void aScriptThatCannotBeLoaded() {
        try (var simulated = TestCluster.seeded(1)
                .nodes(1)
                .script((pod, container) -> {
                    if (container.image().equals("bad")) {
                        throw new NoClassDefFoundError("com/example/Act");
                    }
                    return SimulatedBehavior.DEFAULT;
                })
                .start()) {
            var story = PodStory.begin(simulated.cluster(), "bad", c -> c.image("bad"));
            run(simulated.cluster(), "good", "good");
            simulated.runFor(SECOND);

            assertThat(story.app().state().waiting().message())
                    .isEqualTo("java.lang.NoClassDefFoundError: com/example/Act");
            assertThat(simulated.cluster().pod("good").get().status().phase()).isEqualTo("Running");
            assertThat(simulated.violations()).isEmpty();
        }
    }

    /** A runtime whose sandboxes fail for some pods with an exception that no contract names. */
    private static RuntimeFactory failingFor(String pod) {
        return site -> {
            var runtime = Runtimes.simulated().start(site);
            return (ContainerRuntime) Proxy.newProxyInstance(
                    ContainerRuntime.class.getClassLoader(),
                    new Class<?>[] {ContainerRuntime.class},
                    (proxy, method, args) -> {
                        if (method.getName().equals("createSandbox")
                                && args[0].toString().contains("name=" + pod)) {
                            throw new UnsupportedOperationException("no addresses left");
                        }
                        try {
                            return method.invoke(runtime, args);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        };
    }

    @Test
    void aRuntimeOfOnesOwn() {
        try (var time = SimulatedDispatcher.seeded(1);
                var cluster = Cluster.builder()
                        .dispatcher(time)
                        .nodes(1, failingFor("bad"))
                        .start()) {
            var story = PodStory.begin(cluster, "bad", c -> c.image("nginx"));
            run(cluster, "good", "nginx");
            time.runFor(SECOND);

            assertThat(story.events())
                    .contains("Warning FailedCreatePodSandBox Failed to create pod sandbox:"
                            + " java.lang.UnsupportedOperationException: no addresses left");
            assertThat(story.now().status().phase()).isEqualTo("Pending");
            assertThat(cluster.pod("good").get().status().phase()).isEqualTo("Running");
            assertThat(time.failures()).isEmpty();
        }
    }

    /** As of any program that fails: exit code, log and back-off. */
    @Test
    void aFunctionThatRunsAsAContainer() throws InterruptedException {
        try (var cluster = Cluster.builder()
                .nodes(1, Runtimes.jvm("greeter", context -> {
                    throw new IllegalStateException("nobody to greet");
                }))
                .start()) {
            var story =
                    PodStory.begin(cluster, "greeter", c -> c.image("greeter").command());

            story.awaitWaiting("CrashLoopBackOff");

            assertThat(story.app().lastState().terminated().exitCode()).isEqualTo(1);
            assertThat(story.app().lastState().terminated().reason()).isEqualTo("Error");
            story.awaitEvent("Warning BackOff Back-off restarting failed container app in pod " + story.fullName());
            assertThat(cluster.pod("greeter").logs("", LogOptions.ALL))
                    .startsWith("java.lang.IllegalStateException: nobody to greet\n\tat io.podium.testkit.errors.");
        }
    }

    /** What a test or an application asks with throws to whoever asks. */
    @Test
    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    void conditionsAndChanges() {
        try (var simulated = TestCluster.simulated(1)) {
            var cluster = simulated.cluster();
            simulated.create(ConfigMap.named("a").build());
            var map = cluster.object(
                    ConfigMap.KIND,
                    ConfigMap.named("a").namespace("default").build().key());
            var odd = Condition.of("to be odd", (ConfigMap it) -> {
                throw new IllegalStateException("cannot tell");
            });

            assertThatThrownBy(() -> map.await(odd, SECOND))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("cannot tell");
            assertThatThrownBy(() -> map.edit(it -> {
                        throw new IllegalStateException("cannot change");
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("cannot change");
            assertThatThrownBy(() -> map.edit(it -> null))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessage("the change of ConfigMap default/a returned null");
            assertThat(map.get().data()).isEmpty();
        }
    }

    @Test
    void tasksOfTheApplication() throws InterruptedException {
        try (var log = new CapturedLog();
                var cluster = Cluster.builder()
                        .name("tasks")
                        .nodes(1, Runtimes.simulated())
                        .start()) {
            var runs = new CountDownLatch(3);
            cluster.dispatcher().every("count", Duration.ZERO, Duration.ofMillis(1), () -> {
                runs.countDown();
                throw new IllegalStateException("cannot count");
            });

            assertThat(runs.await(60, TimeUnit.SECONDS)).isTrue();
            PodStory.begin(cluster, "web", c -> c.image("nginx"));
            cluster.pod("web").await(Conditions.ready(), PodStory.PATIENCE);
            assertThat(log.text())
                    .contains("Task failed")
                    .contains("task=count")
                    .contains("cannot count");
        }
    }
}
