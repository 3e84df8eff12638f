package io.podium.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StandstillWatchTest {
    private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

    private Duration elapsed = Duration.ZERO;
    private Duration wallStep = Duration.ZERO;
    private final StandstillWatch watch = new StandstillWatch(
            () -> elapsed.toNanos(), () -> START.plus(elapsed).plus(wallStep));

    private void runFor(Duration duration) {
        for (var end = elapsed.plus(duration); elapsed.compareTo(end) < 0; elapsed = elapsed.plusMillis(500)) {
            watch.tick();
        }
        watch.tick();
    }

    @Test
    void aRunningProcessIsAwakeAllTheTime() {
        runFor(Duration.ofSeconds(10));

        assertThat(watch.awakeNanos()).isEqualTo(Duration.ofSeconds(10).toNanos());
        assertThat(watch.longestWithin(Duration.ofHours(1))).isZero();
    }

    @Test
    void awakeTimeLeavesOutAStandstillEvenBeforeItWasNoticed() {
        runFor(Duration.ofSeconds(10));

        elapsed = elapsed.plusMinutes(5);
        var unnoticed = Duration.ofNanos(watch.awakeNanos());
        var reported = watch.longestWithin(Duration.ofSeconds(10));
        watch.tick();

        assertThat(unnoticed).isEqualTo(Duration.ofSeconds(11));
        assertThat(reported).isEqualTo(Duration.ofMinutes(5));
        assertThat(Duration.ofNanos(watch.awakeNanos())).isEqualTo(unnoticed);
    }

    @Test
    void remembersTheLongestStandstillThatEndedInTheWindow() {
        elapsed = elapsed.plusMinutes(5);
        runFor(Duration.ofMinutes(1));
        elapsed = elapsed.plusSeconds(20);
        runFor(Duration.ofMinutes(1));

        assertThat(watch.longestWithin(Duration.ofSeconds(61))).isEqualTo(Duration.ofSeconds(20));
        assertThat(watch.longestWithin(Duration.ofMinutes(3))).isEqualTo(Duration.ofMinutes(5));
        assertThat(watch.longestWithin(Duration.ofSeconds(30))).isZero();
    }

    @Test
    void aLidClosedWhileTheMonotonicClockStoodIsAStandstill() {
        runFor(Duration.ofSeconds(10));

        wallStep = Duration.ofHours(8);
        runFor(Duration.ofSeconds(1));

        assertThat(watch.longestWithin(Duration.ofSeconds(2))).isGreaterThan(Duration.ofHours(8));
        assertThat(Duration.ofNanos(watch.awakeNanos())).isEqualTo(Duration.ofSeconds(11));
    }

    @Test
    void aWallClockSteppedBackIsNone() {
        runFor(Duration.ofSeconds(10));

        wallStep = Duration.ofHours(-1);
        runFor(Duration.ofSeconds(1));

        assertThat(watch.longestWithin(Duration.ofSeconds(5))).isZero();
    }
}
