package io.podium.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.podium.runtime.host.HostSystem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A JVM that stands still for three times the grace of its nodes, at a breakpoint or below a closed lid, goes on as if nothing had been. Its
 * pods would be evicted the moment that their node is in doubt, and be restarted at the first failure of their liveness probes.
 */
@Timeout(60)
class StandstillIT {
    private static final Duration GRACE = Duration.ofSeconds(2);

    @TempDir
    Path temp;

    @Test
    void noPodIsRestartedOrEvicted() throws Exception {
        assumeTrue(HostSystem.current() == HostSystem.LINUX, "needs SIGSTOP");
        try (var program = RunningProgram.start(temp, GRACE, "web-1", "probed-1", "probed-2", "probed-3")
                .awaitUp()) {
            pass(GRACE); // until all probes are at work
            var before = program.status();

            program.signal("STOP");
            pass(GRACE.multipliedBy(3));
            program.signal("CONT");
            pass(GRACE.multipliedBy(2)); // whoever draws a wrong conclusion has drawn it by then

            var after = program.status();
            assertThat(after.pods()).isEqualTo(before.pods()).allSatisfy(pod -> {
                assertThat(pod.restarts()).isZero();
                assertThat(pod.ready()).isTrue();
            });
            assertThat(after.events()).isEqualTo(before.events());
            program.say("close");
            program.awaitEnd(Duration.ofSeconds(10));
        }
    }

    /** Lets real time pass, by the clock of another process: that is what is tested here. */
    private static void pass(Duration time) throws Exception {
        var sleep = new ProcessBuilder("sleep", Long.toString(time.toSeconds())).start();
        assertThat(sleep.waitFor(time.multipliedBy(3).toMillis(), TimeUnit.MILLISECONDS))
                .isTrue();
    }
}
