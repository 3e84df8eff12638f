package io.podium.controller.kit;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.dispatch.Task;
import io.podium.dispatch.Nanos;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keys to be worked on.
 *
 * <ul>
 *   <li><b>Fair</b>: keys are worked on in the order in which they were added.
 *   <li><b>Stingy</b>: a key that is added several times before it is worked on is worked on once.
 *   <li><b>Never twice at once</b>: a key that is added while it is worked on is worked on again afterwards.
 *   <li><b>Not held up</b>: while keys wait, a key whose work has not returned within {@value #PATIENCE_SECONDS} to twice as many
 *       seconds no longer takes the place of a worker.
 *   <li><b>Bounded</b> by the number of keys: the objects that there are.
 * </ul>
 *
 * <p>It uses no thread while there is nothing to do. Each key is a task of its own.
 *
 * @param <K> the keys
 */
public final class WorkQueue<K> {
    private static final Logger LOG = LoggerFactory.getLogger(WorkQueue.class);
    private static final int PATIENCE_SECONDS = 15;

    /** How often a key was found at work before it is left to itself. */
    private static final int LOOKS = 2;

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

    // Hashed sets and maps are only looked up, never iterated.
    @GuardedBy("lock")
    private final Set<K> waiting = new HashSet<>();

    @GuardedBy("lock")
    private final Map<K, Integer> atWork = new LinkedHashMap<>(); // with how often they were looked at

    @GuardedBy("lock")
    private final Map<K, Delayed> delayed = new HashMap<>();

    /** The workers that count: not those of keys that are left to themselves. */
    @GuardedBy("lock")
    private int busy;

    @GuardedBy("lock")
    private boolean looking;

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
            if (!waiting.add(key) || atWork.containsKey(key)) {
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
     * @param delay how long from now; {@link Nanos#LONGEST} if it is longer
     */
    public void addAfter(K key, Duration delay) {
        long due = dispatcher.nanos() + Nanos.ofDelay(delay);
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
        if (ready.isEmpty()) {
            return false;
        }
        if (busy == workers) {
            lookLater();
            return false;
        }
        busy++;
        return true;
    }

    @GuardedBy("lock")
    private void lookLater() {
        if (!looking) {
            looking = true;
            dispatcher.standby(name + " in time", Duration.ofSeconds(PATIENCE_SECONDS), this::look);
        }
    }

    /** Leaves to themselves the keys that hold up others. It needs no clock, so that a standstill of the process counts for one look. */
    private void look() {
        var late = new ArrayList<K>();
        int started = 0;
        lock.lock();
        try {
            looking = false;
            if (!ready.isEmpty()) {
                atWork.replaceAll((key, looks) -> looks + 1);
                atWork.forEach((key, looks) -> {
                    if (looks == LOOKS) {
                        late.add(key);
                    }
                });
                busy -= late.size();
            }
            while (started < late.size() && takeWorker()) {
                started++;
            }
            if (!ready.isEmpty()) {
                lookLater();
            }
        } finally {
            lock.unlock();
        }
        late.forEach(this::tell);
        for (int i = 0; i < started; i++) {
            startWorker();
        }
    }

    private void tell(K key) {
        LOG.warn(
                "Work on a key has not returned for {} seconds, others go on without it queue={} key={}",
                PATIENCE_SECONDS,
                dispatcher.name() + " " + name,
                key);
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
                atWork.put(key, 0);
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
            var looks = key == null ? null : atWork.remove(key);
            if (looks == null || looks < LOOKS) {
                busy--;
            }
            if (key != null) {
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
