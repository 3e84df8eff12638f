package io.podium.controller.kit;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.dispatch.Task;
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
 *
 * @param <K> the keys
 */
public final class WorkQueue<K> {
    /**
     * What is done with a key.
     *
     * @param <K> the keys
     */
    @FunctionalInterface
    public interface Worker<K> {
        /**
         * Works on a key.
         *
         * @param key the key
         */
        void work(K key);
    }

    private record Delayed(Task timer, long dueNanos) {}

    private final Dispatcher dispatcher;
    private final String name;
    private final int workers;
    private final Worker<K> worker;
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final Queue<K> ready = new ArrayDeque<>();

    // The sets and the map are only looked up, never iterated.
    @GuardedBy("lock")
    private final Set<K> waiting = new HashSet<>();

    @GuardedBy("lock")
    private final Set<K> atWork = new HashSet<>();

    @GuardedBy("lock")
    private final Map<K, Delayed> delayed = new HashMap<>();

    @GuardedBy("lock")
    private int busy;

    /**
     * An empty queue.
     *
     * @param dispatcher gives time and threads
     * @param name what is done with the keys
     * @param workers how many keys are worked on at once, at least 1
     * @param worker what is done with a key
     */
    public WorkQueue(Dispatcher dispatcher, String name, int workers, Worker<K> worker) {
        this.dispatcher = dispatcher;
        this.name = name;
        this.workers = workers;
        this.worker = worker;
    }

    /**
     * Works on a key soon.
     *
     * @param key the key
     */
    public void add(K key) {
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

    /**
     * Works on a key after a delay; of several delays of a key the shortest counts.
     *
     * @param key the key
     * @param delay how long from now
     */
    public void addAfter(K key, Duration delay) {
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

    private void expired(K key) {
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

    private @Nullable K next() {
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
    private boolean finished(@Nullable K key) {
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
