package io.podium.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * What holds in simulations holds on real threads too, where writes, watches and restarts truly meet: a bad day of the same scenario, on which time
 * passes {@value #HASTE} times as fast.
 */
class ClusterThreadsTest {
    private static final int HASTE = 300;
    private static final long WRITES = 5_000;
    private static final Duration DAY = Duration.ofHours(4);
    private static final Duration RECOVERY = Duration.ofHours(4);

    @Test
    void invariantsHoldUnderThreads() throws InterruptedException {
        try (var cluster = new ThreadedCluster(6, HASTE)) {
            cluster.beBusy(10, WRITES, DAY);
            var problems = cluster.recover(RECOVERY);

            assertThat(problems).isEmpty();
            assertThat(cluster.violations()).isEmpty();
            assertThat(cluster.writes()).isGreaterThanOrEqualTo(WRITES);
            assertThat(cluster.faultCount()).isGreaterThan(100);
        }
    }
}
