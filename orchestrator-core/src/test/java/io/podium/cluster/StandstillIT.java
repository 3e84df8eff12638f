package io.podium.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.podium.runtime.host.HostSystem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A JVM that stands still for longer than the grace of its nodes, at a breakpoint or below a closed lid, goes on as if nothing had been. Its
 * pods would be evicted the moment that their node is in doubt, and be restarted at the first failure of their liveness probes.
 */
@Timeout(240)
class StandstillIT {
    /** On a busy machine too, heartbeats come in that time. */
    private static final Duration GRACE = Duration.ofSeconds(4);

    /** Longer than the grace of nodes, and than probes take at most. */
    private static final Duration STANDSTILL = Duration.ofSeconds(10);

    /** What would tell of a wrong conclusion; others may come late. */
    private static final List<String> WRONG = List.of("Unhealthy", "Killing", "NodeNotReady", "TaintManagerEviction");

    @TempDir
    Path temp;

    @Test
    void noPodIsRestartedOrEvicted() throws Exception {
        assumeTrue(HostSystem.current() == HostSystem.LINUX, "needs SIGSTOP");
        try (var program = RunningProgram.start(temp, GRACE, "web-1", "probed-1", "probed-2", "probed-3")
                .awaitUp()) {
            pass(Duration.ofSeconds(2)); // until all probes are at work
            var before = program.status();

            program.signal("STOP");
            pass(STANDSTILL);
            program.signal("CONT");
            pass(Duration.ofSeconds(6)); // whoever draws a wrong conclusion has drawn it by then

            var after = program.status();
            assertThat(after.pods()).isEqualTo(before.pods()).allSatisfy(pod -> {
                assertThat(pod.restarts()).isZero();
                assertThat(pod.ready()).isTrue();
            });
            assertThat(wrong(after)).isSubsetOf(wrong(before));
            program.say("close");
            program.awaitEnd(Duration.ofSeconds(60));
        }
    }

    private static List<String> wrong(RunningProgram.Status status) {
        return status.events().stream()
                .filter(event -> WRONG.stream().anyMatch(event::startsWith))
                .toList();
    }

    /** Lets real time pass, by the clock of another process: that is what is tested here. */
    private static void pass(Duration time) throws Exception {
        var sleep = new ProcessBuilder("sleep", Long.toString(time.toSeconds())).start();
        assertThat(sleep.waitFor()).isZero();
    }
}
