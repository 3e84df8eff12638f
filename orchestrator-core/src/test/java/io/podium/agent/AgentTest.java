package io.podium.agent;

import static io.podium.agent.AgentBench.shell;
import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.core.Node;
import io.podium.api.core.NodeCondition;
import io.podium.api.core.Pod;
import io.podium.api.core.PodCondition;
import io.podium.api.core.WellKnown;
import io.podium.api.coordination.Lease;
import io.podium.api.meta.ObjectKey;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentTest {
    private static final String ENDLESS = "trap 'exit 0' TERM; while true; do sleep 0.1; done";

    @TempDir
    Path temp;

    private AgentBench bench;

    @BeforeEach
    void start() {
        bench = new AgentBench(temp);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void registersItsNodeAndKeepsALease() throws Exception {
        var node = bench.await(Node.KIND, ObjectKey.of("", AgentBench.NODE), found -> found.isPresent()
                        && found.get().status().conditions().stream().anyMatch(AgentTest::isReady))
                .orElseThrow();
        var lease = bench.await(
                        Lease.KIND,
                        ObjectKey.of(WellKnown.NODE_LEASE_NAMESPACE, AgentBench.NODE),
                        found -> found.isPresent())
                .orElseThrow();

        assertThat(node.metadata().labels()).containsEntry(WellKnown.RUNTIME, "process").containsKey(WellKnown.OS);
        assertThat(node.status().capacity()).containsKeys("cpu", "memory", "pods");
        assertThat(lease.spec().holderIdentity()).isEqualTo(AgentBench.NODE);
    }

    private static boolean isReady(NodeCondition condition) {
        return condition.type().equals("Ready")
                && condition.status().equals("True")
                && condition.reason().equals("KubeletReady");
    }

    @Test
    void runsAPodUntilItIsDeleted() throws Exception {
        var pod = bench.run(shell("web", ENDLESS).podSpec(spec -> spec.terminationGracePeriodSeconds(5L)));

        var running = bench.await(pod, it -> isTrue(it, "Ready"));
        bench.delete(pod);
        bench.awaitGone(pod);
        bench.awaitNothingLeft();
        bench.awaitEvent("Normal Killing Stopping container app");

        assertThat(running.status().phase()).isEqualTo("Running");
        assertThat(running.status().podIP()).startsWith("127.");
        assertThat(running.status().containerStatuses().getFirst().containerID()).startsWith("process://");
        assertThat(bench.events())
                .contains(
                        "Normal Pulled Container image \"host\" already present on machine",
                        "Normal Created Created container: app",
                        "Normal Started Started container app");
        assertThat(bench.files().resolve("pods").resolve(pod.uid())).doesNotExist();
    }

    @Test
    void tellsHowAPodEnded() throws Exception {
        var good = bench.run(shell("good", "exit 0").restartPolicy("Never"));
        var bad = bench.run(shell("bad", "echo -n why > $POD_ROOT/dev/termination-log; exit 3").restartPolicy("Never"));

        var succeeded = bench.await(good, it -> it.status().phase().equals("Succeeded"));
        var failed = bench.await(bad, it -> it.status().phase().equals("Failed"));

        var ended = failed.status().containerStatuses().getFirst().state().terminated();
        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.reason()).isEqualTo("Error");
        assertThat(ended.message()).isEqualTo("why");
        assertThat(condition(succeeded, "Ready").reason()).isEqualTo("PodCompleted");
        assertThat(condition(failed, "Ready").reason()).isEqualTo("PodFailed");
        assertThat(condition(succeeded, "PodReadyToStartContainers").status()).isEqualTo("False");
        assertThat(Files.exists(bench.files())).isTrue();
    }

    private static boolean isTrue(Pod pod, String type) {
        return pod.status().conditions().stream()
                .anyMatch(each -> each.type().equals(type) && each.status().equals("True"));
    }

    private static PodCondition condition(Pod pod, String type) {
        return pod.status().conditions().stream()
                .filter(each -> each.type().equals(type))
                .findFirst()
                .orElseThrow();
    }
}
