package io.podium.benchmarks;

import java.time.Duration;
import java.util.Arrays;

/** Arithmetic of measurements. */
final class Measured {
    private static final int COLLECTIONS = 4;

    private Measured() {}

    static double seconds(long from, long to) {
        return (to - from) / 1e9;
    }

    static double millis(long from, long to) {
        return (to - from) / 1e6;
    }

    static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** What this process has used of all CPUs together; unlike the time that passed, hardly different on a busy machine. */
    static long cpuNanos() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toNanos();
    }

    /** Bytes of heap in use after everything unreachable has been collected. */
    static long retainedBytes() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            pause(Duration.ofMillis(100));
            least = Math.min(
                    least,
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return least;
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }
}
