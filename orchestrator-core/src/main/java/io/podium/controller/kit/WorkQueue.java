package io.podium.controller.kit;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.dispatch.Task;
import io.podium.api.meta.ObjectKey;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keys to be worked on.
 *
 * <ul>
 *   <li><b>Fair</b>: keys are worked on in the order in which they were added.
 *   <li><b>Stingy</b>: a key that is added several times before it is worked on is worked on once.
 *   <li><b>Never twice at once</b>: a key that is added while it is worked on is worked on again afterwards.
 *   <li><b>Bounded</b> by the number of keys: the objects that there are.
 * </ul>
 *
 * <p>It uses no thread while there is nothing to do. Each key is a task of its own.
 */
final class WorkQueue {
    /** What is done with a key. */
    @FunctionalInterface
    interface Worker {
        void work(ObjectKey key);
    }

    private record Delayed(Task timer, long dueNanos) {}

    private final Dispatcher dispatcher;
    private final String name;
    private final int workers;
    private final Worker worker;
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final Queue<ObjectKey> ready = new ArrayDeque<>();

    // The sets and the map are only looked up, never iterated.
    @GuardedBy("lock")
    private final Set<ObjectKey> waiting = new HashSet<>();

    @GuardedBy("lock")
    private final Set<ObjectKey> atWork = new HashSet<>();

    @GuardedBy("lock")
    private final Map<ObjectKey, Delayed> delayed = new HashMap<>();

    @GuardedBy("lock")
    private int busy;

    WorkQueue(Dispatcher dispatcher, String name, int workers, Worker worker) {
        this.dispatcher = dispatcher;
        this.name = name;
        this.workers = workers;
        this.worker = worker;
    }

    /** Works on a key soon. */
    void add(ObjectKey key) {
        boolean start;
        lock.lock();
        try {
            if (!waiting.add(key) || atWork.contains(key)) {
                return;
            }
            ready.add(key);
            start = takeWorker();
        } finally {
            lock.unlock();
        }
        if (start) {
            startWorker();
        }
    }

    /** Works on a key after a delay; of several delays of a key the shortest counts. */
    void addAfter(ObjectKey key, Duration delay) {
        long due = dispatcher.nanos() + delay.toNanos();
        lock.lock();
        try {
            var before = delayed.get(key);
            if (before != null && before.dueNanos() <= due) {
                return;
            }
            if (before != null) {
                before.timer().cancel();
            }
            delayed.put(key, new Delayed(dispatcher.schedule(name + " " + key, delay, () -> expired(key)), due));
        } finally {
            lock.unlock();
        }
    }

    private void expired(ObjectKey key) {
        lock.lock();
        try {
            delayed.remove(key);
        } finally {
            lock.unlock();
        }
        add(key);
    }

    @GuardedBy("lock")
    private boolean takeWorker() {
        if (busy == workers || ready.isEmpty()) {
            return false;
        }
        busy++;
        return true;
    }

    private void startWorker() {
        dispatcher.execute(name, this::workOnce);
    }

    private void workOnce() {
        var key = next();
        try {
            if (key != null) {
                worker.work(key);
            }
        } finally {
            if (finished(key)) {
                startWorker();
            }
        }
    }

    private @Nullable ObjectKey next() {
        lock.lock();
        try {
            var key = ready.poll();
            if (key != null) {
                waiting.remove(key);
                atWork.add(key);
            }
            return key;
        } finally {
            lock.unlock();
        }
    }

    /** Whether a worker is to go on. */
    private boolean finished(@Nullable ObjectKey key) {
        lock.lock();
        try {
            busy--;
            if (key != null) {
                atWork.remove(key);
                if (waiting.contains(key)) {
                    ready.add(key);
                }
            }
            return takeWorker();
        } finally {
            lock.unlock();
        }
    }
}
