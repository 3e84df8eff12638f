package io.podium.controller.kit;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.podium.api.meta.ObjectKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** How long to wait before a key is tried again: twice as long after each failure, from 5 ms up to 1,000 s, as Kubernetes waits. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(5);
    private static final Duration LONGEST = Duration.ofSeconds(1000);
    private static final int MOST_DOUBLINGS = 18;

    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final Map<ObjectKey, Integer> failures = new HashMap<>(); // looked up by key only

    Duration next(ObjectKey key) {
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

    void forget(ObjectKey key) {
        lock.lock();
        try {
            failures.remove(key);
        } finally {
            lock.unlock();
        }
    }
}
