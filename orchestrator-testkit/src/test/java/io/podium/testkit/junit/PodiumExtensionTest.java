package io.podium.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.podium.api.Cluster;
import io.podium.api.Conditions;
import io.podium.api.apps.Deployment;
import io.podium.api.core.Pod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class PodiumExtensionTest {

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

            cluster.deployment("web").await(Conditions.available(), Duration.ofSeconds(30));
        }

        @Test
        void hasTwoNodes(Cluster cluster) {
            NAMES.add(cluster.name());
            cluster.node("node-1").await(Conditions.nodeReady(), Duration.ofSeconds(30));
            cluster.node("node-2").await(Conditions.nodeReady(), Duration.ofSeconds(30));
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

    @PodiumTest(runtime = NodeRuntime.SIMULATED)
    static class Failing {
        @Test
        void fails(Cluster cluster) {
            cluster.apply(Deployment.named("web")
                    .namespace("default")
                    .container("app", container -> container.image("web"))
                    .build());
            throw new AssertionError("as meant");
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

            cluster.pod("sleeper").await(Conditions.ready(), Duration.ofSeconds(60));
        }
    }

    @Test
    void runsProgramsOfThisMachineUnlessSaid() {
        var run = Run.of(Processes.class);

        assertThat(run.failures).isEmpty();
    }

    /** Leaves a thread behind. */
    @PodiumTest(runtime = NodeRuntime.SIMULATED)
    static class Leaving {
        @Test
        void leavesAThread(Cluster cluster) {
            var thread = new Thread(Leaving::idle, "podium-" + cluster.name() + "/left");
            thread.setDaemon(true);
            thread.start();
        }

        private static void idle() {
            while (true) {
                LockSupport.park();
            }
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
    void tellsWhatIsInTheClusterOfATestThatFails() {
        var run = Run.of(Failing.class);

        assertThat(run.failures).singleElement().asString().contains("as meant");
        assertThat(run.reports)
                .singleElement()
                .asString()
                .contains("--- Deployment default/web")
                .contains("--- Events");
    }

    @Test
    void failsATestThatLeavesSomethingBehind() {
        var run = Run.of(Leaving.class);

        assertThat(run.failures)
                .singleElement()
                .asString()
                .contains("left behind")
                .contains("/left");
    }

    /** Tests run within a test, and what came of them. */
    private static final class Run implements TestExecutionListener {
        private final List<Throwable> failures = new ArrayList<>();
        private final List<String> reports = new ArrayList<>();

        static Run of(Class<?> tests) {
            var run = new Run();
            var request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(selectClass(tests))
                    .build();
            LauncherFactory.create().execute(request, run);
            return run;
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            result.getThrowable().ifPresent(failures::add);
        }

        @Override
        public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
            reports.addAll(entry.getKeyValuePairs().values());
        }
    }
}
