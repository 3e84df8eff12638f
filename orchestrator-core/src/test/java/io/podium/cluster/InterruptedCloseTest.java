package io.podium.cluster;

import static io.podium.api.core.Probes.exec;
import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.Cluster;
import io.podium.api.Conditions;
import io.podium.api.core.Pod;
import io.podium.runtime.Runtimes;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A test that is timed out, or an application that is told to stop, closes its cluster on a thread that is interrupted. */
class InterruptedCloseTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void leavesNoProgramRunningAndTheThreadInterrupted() {
        var cluster = Cluster.builder()
                .name("interrupted")
                .nodes(1, Runtimes.process())
                .start();
        cluster.apply(Pod.named("sleeper")
                .container(
                        "app",
                        container -> container
                                .image("host")
                                .command(
                                        "sh",
                                        "-c",
                                        "echo $$$$ >$POD_ROOT/new; mv $POD_ROOT/new $POD_ROOT/pid; exec sleep 1000")
                                .readiness(exec("sh", "-c", "test -e $POD_ROOT/pid")
                                        .withPeriodSeconds(1)))
                .build());
        cluster.pod("sleeper").await(Conditions.ready(), PATIENCE);
        var pid = Long.parseLong(cluster.pod("sleeper")
                .exec(PATIENCE, "sh", "-c", "cat $POD_ROOT/pid")
                .stdout()
                .strip());
        assertThat(ProcessHandle.of(pid)).isPresent();

        Thread.currentThread().interrupt();
        cluster.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(ProcessHandle.of(pid)).isEmpty();
    }
}
