package io.podium.dispatch;

import io.podium.api.dispatch.Dispatcher;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Makes the dispatcher of a real cluster: the system's clocks, virtual threads for tasks, one timer thread, a bounded pool of
 * platform threads for calls out, and randomness from the operating system.
 *
 * <p>It owns one platform thread, {@code podium-<cluster>-timer}, besides those that calls and pumps need. All are daemons,
 * and closing the root scope ends them.
 */
public final class SystemDispatcher {
    /** How many calls out run at once unless told otherwise. */
    public static final int DEFAULT_BLOCKING_THREADS = 64;

    private static final Duration CLOSE_GRACE = Duration.ofSeconds(10);

    private SystemDispatcher() {}

    /**
     * Starts a dispatcher with {@value #DEFAULT_BLOCKING_THREADS} threads for calls out.
     *
     * @param cluster the cluster's name, part of every thread's name
     * @return the root scope, {@code podium-<cluster>}; the caller closes it
     */
    public static Dispatcher start(String cluster) {
        return start(cluster, DEFAULT_BLOCKING_THREADS);
    }

    /**
     * Starts a dispatcher.
     *
     * @param cluster the cluster's name, part of every thread's name
     * @param blockingThreads how many {@linkplain Dispatcher#blocking calls out} run at once, at least 1
     * @return the root scope, {@code podium-<cluster>}; the caller closes it
     * @throws IllegalArgumentException if {@code blockingThreads} is less than 1
     */
    public static Dispatcher start(String cluster, int blockingThreads) {
        if (blockingThreads < 1) {
            throw new IllegalArgumentException("blockingThreads must be at least 1, was " + blockingThreads);
        }
        var label = "podium-" + cluster;
        return new SystemScope(new Engine(label, blockingThreads, InstantSource.system(), CLOSE_GRACE), label, null);
    }
}
