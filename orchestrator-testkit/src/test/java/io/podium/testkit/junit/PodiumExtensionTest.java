package io.podium.testkit.junit;

import static io.podium.api.core.Probes.exec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.podium.api.Cluster;
import io.podium.api.Conditions;
import io.podium.api.apps.Deployment;
import io.podium.api.client.ListOptions;
import io.podium.api.core.Pod;
import io.podium.runtime.Runtimes;
import io.podium.runtime.process.ProcessOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class PodiumExtensionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @PodiumTest(nodes = 2, runtime = NodeRuntime.SIMULATED)
    static class OwnClusters {
        private static final ConcurrentLinkedQueue<String> NAMES = new ConcurrentLinkedQueue<>();

        @Test
        void runsADeployment(Cluster cluster) {
            NAMES.add(cluster.name());
            cluster.apply(Deployment.named("web")
                    .namespace("default")
                    .replicas(2)
                    .container("app", container -> container.image("web"))
                    .build());

            cluster.deployment("web").await(Conditions.available(), PATIENCE);
        }

        @Test
        void hasTwoNodes(Cluster cluster) {
            NAMES.add(cluster.name());
            cluster.node("node-1").await(Conditions.nodeReady(), PATIENCE);
            cluster.node("node-2").await(Conditions.nodeReady(), PATIENCE);
        }
    }

    @PodiumTest(runtime = NodeRuntime.SIMULATED, shared = true)
    static class SharedCluster {
        private static final ConcurrentLinkedQueue<String> NAMES = new ConcurrentLinkedQueue<>();

        @Test
        void first(Cluster cluster) {
            NAMES.add(cluster.name());
        }

        @Test
        void second(Cluster cluster) {
            NAMES.add(cluster.name());
        }
    }

    @PodiumTest
    static class Failing {
        @Test
        void fails(Cluster cluster) {
            cluster.apply(Deployment.named("web")
                    .container(
                            "app",
                            container -> container
                                    .image("host")
                                    .command(
                                            "sh",
                                            "-c",
                                            "echo hello from the program; touch $POD_ROOT/up; exec sleep 100")
                                    .readiness(exec("sh", "-c", "test -e $POD_ROOT/up")
                                            .withPeriodSeconds(1)))
                    .build());
            cluster.deployment("web").await(Conditions.available(), PATIENCE);
            throw new AssertionError("as meant");
        }
    }

    /** Three tests that are over only when all of them are at work. */
    @PodiumTest
    static class SideBySide {
        private static final ConcurrentLinkedQueue<String> NAMES = new ConcurrentLinkedQueue<>();
        private static final CyclicBarrier MEETING = new CyclicBarrier(3);

        @ParameterizedTest
        @ValueSource(strings = {"one", "two", "three"})
        void runsAPodOfItsOwn(String name, Cluster cluster) throws Exception {
            NAMES.add(cluster.name());
            cluster.apply(Pod.named(name)
                    .container("app", container -> container.image("host").command("sleep", "100"))
                    .build());
            cluster.pod(name).await(Conditions.ready(), PATIENCE);
            MEETING.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);

            assertThat(cluster.client().list(Pod.KIND, "", ListOptions.ALL).items())
                    .extracting(Pod::name)
                    .containsExactly(name);
        }
    }

    @PodiumTest(runtime = NodeRuntime.SIMULATED, shared = true)
    static class SharedSideBySide {
        private static final ConcurrentLinkedQueue<String> NAMES = new ConcurrentLinkedQueue<>();
        private static final CyclicBarrier MEETING = new CyclicBarrier(3);

        @ParameterizedTest
        @ValueSource(strings = {"one", "two", "three"})
        void meets(String name, Cluster cluster) throws Exception {
            MEETING.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            NAMES.add(cluster.name());
            cluster.apply(Pod.named(name)
                    .container("app", container -> container.image("web"))
                    .build());
            cluster.pod(name).await(Conditions.ready(), PATIENCE);
        }
    }

    @PodiumTest
    static class Processes {
        @Test
        void runsAProgram(Cluster cluster) {
            cluster.apply(Pod.named("sleeper")
                    .namespace("default")
                    .container("app", container -> container.image("host").command("sleep", "1000"))
                    .build());

            cluster.pod("sleeper").await(Conditions.ready(), PATIENCE);
        }
    }

    @Test
    void runsProgramsOfThisMachineUnlessSaid() {
        var run = Run.of(Processes.class);

        assertThat(run.failures).isEmpty();
    }

    /** Each test leaves something else behind. */
    @PodiumTest
    static class Leaving {
        private static final ConcurrentLinkedQueue<AutoCloseable> LEFT = new ConcurrentLinkedQueue<>();

        @Test
        void thread(Cluster cluster) {
            leave(Thread.ofPlatform().daemon().name("podium-" + cluster.name() + "/mine"));
        }

        @Test
        void virtualThread(Cluster cluster) {
            leave(Thread.ofVirtual().name("podium-" + cluster.name() + "/mine"));
        }

        private static void leave(Thread.Builder builder) {
            var thread = builder.start(Leaving::idle);
            LEFT.add(thread::interrupt);
        }

        static void idle() {
            while (!Thread.interrupted()) {
                LockSupport.park();
            }
        }

        @Test
        void process(Cluster cluster) throws IOException {
            var program = new ProcessBuilder("sleep", "100");
            program.environment().put(Leftovers.MARK, cluster.name());
            var process = program.start();
            LEFT.add(process::destroyForcibly);
        }

        @Test
        void file(Cluster cluster) throws IOException {
            var pods = ProcessOptions.defaults().shared().resolveSibling("pods");
            var directory = Files.createDirectories(pods.resolve(cluster.name() + "-left"));
            LEFT.add(() -> Files.delete(directory));
        }
    }

    @AfterEach
    void clear() throws Exception {
        for (var left = Leaving.LEFT.poll(); left != null; left = Leaving.LEFT.poll()) {
            left.close();
        }
    }

    @Test
    void givesEachTestAClusterOfItsOwn() {
        var run = Run.of(OwnClusters.class);

        assertThat(run.failures).isEmpty();
        assertThat(new TreeSet<>(OwnClusters.NAMES)).hasSize(2);
    }

    @Test
    void sharesAClusterWithinAClass() {
        var run = Run.of(SharedCluster.class);

        assertThat(run.failures).isEmpty();
        assertThat(SharedCluster.NAMES).hasSize(2);
        assertThat(new TreeSet<>(SharedCluster.NAMES)).hasSize(1);
    }

    @Test
    void runsTestsSideBySide() {
        var run = Run.of(SideBySide.class);

        assertThat(run.failures).isEmpty();
        assertThat(new TreeSet<>(SideBySide.NAMES)).hasSize(3);
    }

    @Test
    void runsTestsSideBySideInOneCluster() {
        var run = Run.of(SharedSideBySide.class);

        assertThat(run.failures).isEmpty();
        assertThat(SharedSideBySide.NAMES).hasSize(3);
        assertThat(new TreeSet<>(SharedSideBySide.NAMES)).hasSize(1);
    }

    @Test
    void tellsWhatIsInTheClusterOfATestThatFails() {
        var run = Run.of(Failing.class);

        assertThat(run.failures).hasSize(1);
        assertThat(run.failures.get("fails(Cluster)")).contains("as meant").doesNotContain("left behind");
        assertThat(run.reports)
                .singleElement()
                .asString()
                .contains("--- Node node-1\n")
                .contains("--- Deployment default/web\n", "\n  replicas: 1\n", "type: Available\n")
                .contains("--- Events\n", "Normal ScalingReplicaSet Deployment/web: ", "Normal Started Pod/web-")
                .containsPattern("--- log of default/web-\\S+ app\nhello from the program\n");
    }

    @Test
    void failsATestThatLeavesSomethingBehind() {
        var run = Run.of(Leaving.class);

        assertThat(run.failures)
                .hasSize(4)
                .allSatisfy((test, failure) -> assertThat(failure).contains("the cluster left behind\n"));
        assertThat(run.failures.get("thread(Cluster)")).containsPattern("\n  thread podium-test-\\S+/mine");
        assertThat(run.failures.get("virtualThread(Cluster)")).containsPattern("\n  thread podium-test-\\S+/mine");
        assertThat(run.failures.get("process(Cluster)")).containsPattern("\n  process \\d+ sleep 100");
        assertThat(run.failures.get("file(Cluster)")).containsPattern("\n  files .*/pods/test-\\S+-left");
    }

    @Test
    void looksForTasksAndForTheStateOfRuntimes(@TempDir Path directory) {
        var leftovers = new Leftovers("test-of-none");
        leftovers.watch(directory);
        try (var cluster = Cluster.builder().nodes(1, Runtimes.simulated()).start()) {
            var task = cluster.dispatcher().execute("mine", () -> Leaving.idle());

            assertThat(leftovers.of(cluster))
                    .contains("task podium-podium: mine: running")
                    .contains("files " + directory);

            task.cancel();
        }
    }

    /** Tests run within a test, as many at once as there are, and what came of them. */
    private static final class Run implements TestExecutionListener {
        private final Map<String, String> failures = new ConcurrentSkipListMap<>();
        private final ConcurrentLinkedQueue<String> reports = new ConcurrentLinkedQueue<>();

        static Run of(Class<?> tests) {
            var run = new Run();
            var request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(selectClass(tests))
                    .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                    .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                    .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                    .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "5")
                    .build();
            LauncherFactory.create().execute(request, run);
            return run;
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            result.getThrowable().ifPresent(failure -> failures.put(test.getDisplayName(), failure.toString()));
        }

        @Override
        public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
            reports.addAll(entry.getKeyValuePairs().values());
        }
    }
}
