package io.podium.dispatch;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The platform threads that a dispatcher has started. Whoever counts threads finds one until it has ended, which is a moment after its work is
 * done, and longer on a busy machine; so closing waits for the threads themselves.
 */
final class PlatformThreads {
    private final Set<Thread> started = ConcurrentHashMap.newKeySet(); // asked for their states only

    /** Remembers a thread that is about to be started, until it has ended. */
    Thread remembered(Thread thread) {
        started.removeIf(other -> other.getState() == Thread.State.TERMINATED);
        started.add(thread);
        return thread;
    }

    /** Waits until all have ended, or some time of the system has come. */
    void join(long deadline) throws InterruptedException {
        for (var thread : started) {
            if (thread.isAlive()) { // one that came too late was never started
                thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
            }
        }
    }
}
