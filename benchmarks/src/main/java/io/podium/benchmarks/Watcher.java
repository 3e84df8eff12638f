package io.podium.benchmarks;

import io.podium.api.Cluster;
import io.podium.api.client.ExpiredException;
import io.podium.api.client.Watch;
import io.podium.api.client.WatchEvent;
import io.podium.api.client.WatchOptions;
import io.podium.api.core.Pod;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Kind;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Counts objects as a watcher sees them reach a state, and when the last of them did. */
final class Watcher<T extends ApiObject<T>> implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Cluster cluster;
    private final Kind<T> kind;
    private final Map<String, Integer> stages = new HashMap<>();
    private Watch<T> watch;
    private long[] cpu = new long[0];

    Watcher(Cluster cluster, Kind<T> kind) {
        this.cluster = cluster;
        this.kind = kind;
        this.watch = cluster.client().watch(kind, "", WatchOptions.ALL);
    }

    static boolean isBound(Pod pod) {
        return !pod.spec().nodeName().isEmpty();
    }

    static boolean isRunning(Pod pod) {
        return pod.status().phase().equals("Running");
    }

    /** Waits until a number of objects has reached the last of some stages; answers the moment at which each stage was reached by all. */
    @SafeVarargs
    final long[] await(int count, Predicate<T>... reached) {
        var moments = new long[reached.length];
        var counts = new int[reached.length];
        cpu = new long[reached.length];
        stages.values().forEach(stage -> advance(counts, moments, count, 0, stage));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (counts[reached.length - 1] < count) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "only %d of %d objects got there".formatted(counts[reached.length - 1], count));
            }
            for (var event : next()) {
                if (event.type() == WatchEvent.Type.DELETED) {
                    continue;
                }
                int before = stages.getOrDefault(event.object().uid(), 0);
                int stage = before;
                while (stage < reached.length && reached[stage].test(event.object())) {
                    stage++;
                }
                stages.put(event.object().uid(), stage);
                advance(counts, moments, count, before, stage);
            }
        }
        return moments;
    }

    /** What this process had used of all CPUs together when the stage of a number had been reached by all. */
    long cpuAt(int stage) {
        return cpu[stage];
    }

    private void advance(int[] counts, long[] moments, int count, int from, int to) {
        for (int stage = from; stage < to; stage++) {
            if (++counts[stage] == count) {
                moments[stage] = System.nanoTime();
                cpu[stage] = Measured.cpuNanos();
            }
        }
    }

    private Iterable<WatchEvent<T>> next() {
        try {
            return watch.next(Duration.ofSeconds(10));
        } catch (ExpiredException fellBehind) {
            watch.close();
            watch = cluster.client().watch(kind, "", WatchOptions.ALL);
            return watch.poll();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        watch.close();
    }
}
