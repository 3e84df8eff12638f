package io.podium.controller.kit;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How long to wait before a key is tried again: twice as long after each failure, from 5 ms up to 1,000 s, as Kubernetes waits.
 *
 * @param <K> the keys
 */
public final class Backoff<K> {
    private static final Duration FIRST = Duration.ofMillis(5);
    private static final Duration LONGEST = Duration.ofSeconds(1000);
    private static final int MOST_DOUBLINGS = 18;

    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final Map<K, Integer> failures = new HashMap<>(); // looked up by key only

    /** No failures yet. */
    public Backoff() {}

    /**
     * Counts a failure.
     *
     * @param key the key that failed
     * @return how long to wait before trying again
     */
    public Duration next(K key) {
        int before;
        lock.lock();
        try {
            before = failures.merge(key, 1, Integer::sum) - 1;
        } finally {
            lock.unlock();
        }
        var delay = FIRST.multipliedBy(1L << Math.min(before, MOST_DOUBLINGS));
        return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    }

    /**
     * Forgets the failures of a key, because it succeeded.
     *
     * @param key the key
     */
    public void forget(K key) {
        lock.lock();
        try {
            failures.remove(key);
        } finally {
            lock.unlock();
        }
    }
}
