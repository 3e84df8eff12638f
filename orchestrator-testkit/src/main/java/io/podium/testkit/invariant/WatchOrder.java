package io.podium.testkit.invariant;

import io.podium.api.client.WatchEvent;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Kind;
import io.podium.api.store.StoreEvent;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A watch of a whole kind shows every write to it, in order: none lost, none twice, none reordered. Compare what a {@link Seen watcher saw}
 * with what was committed. Watchers may be ahead of what was {@linkplain #committed shown as committed}, and on other threads.
 */
public final class WatchOrder implements StoreInvariant {
    private final Violations violations = new Violations();
    private final String kind;
    private final String prefix;
    private final ReentrantLock lock = new ReentrantLock();

    private long[] revisions = new long[1024]; // guarded by the lock, like their count
    private int count;

    /**
     * Nothing seen yet.
     *
     * @param kind the kind whose watches are checked
     */
    public WatchOrder(Kind<?> kind) {
        this.kind = kind.name();
        this.prefix = "/" + kind.resource() + "/";
    }

    @Override
    public void committed(StoreEvent event) {
        if (!event.key().startsWith(prefix)) {
            return;
        }
        lock.lock();
        try {
            if (count == revisions.length) {
                revisions = Arrays.copyOf(revisions, count * 2);
            }
            revisions[count++] = event.revision().value();
        } finally {
            lock.unlock();
        }
    }

    /**
     * How many writes there were.
     *
     * @return their number
     */
    public int count() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    /**
     * A watcher that has read everything up to a revision.
     *
     * @param resourceVersion the state that it began with
     * @return what it has seen
     */
    public Seen from(String resourceVersion) {
        return new Seen(Long.parseLong(resourceVersion));
    }

    @Override
    public List<String> violations() {
        return violations.all();
    }

    /** What one watcher has seen. Used by one thread at a time. */
    public final class Seen {
        private final long start;
        private final ArrayDeque<Long> unchecked = new ArrayDeque<>();
        private int next;

        private Seen(long start) {
            this.start = start;
        }

        /**
         * Takes note of events, in the order in which they came.
         *
         * @param events what the watch gave
         * @param <T> the type of the objects
         */
        public <T extends ApiObject<T>> void add(List<WatchEvent<T>> events) {
            for (var event : events) {
                unchecked.add(Long.parseLong(event.object().metadata().resourceVersion()));
            }
            check();
        }

        private void check() {
            lock.lock();
            try {
                while (next < count && revisions[next] <= start) {
                    next++;
                }
                while (next < count && !unchecked.isEmpty()) {
                    check(unchecked.remove());
                }
            } finally {
                lock.unlock();
            }
        }

        /** Called with the lock held. */
        private void check(long revision) {
            if (revisions[next] == revision) {
                next++;
                return;
            }
            violations.add(
                    "a watch of " + kind + " showed revision " + revision + " where " + revisions[next] + " was next");
            int found = Arrays.binarySearch(revisions, 0, count, revision);
            next = found < 0 ? -found - 1 : found + 1;
        }

        /**
         * Says that the watch has shown everything up to some moment.
         *
         * @param written the {@link #count} of writes at that moment
         */
        public void complete(int written) {
            check();
            if (next < written) {
                violations.add("a watch of " + kind + " ended after " + next + " of " + written + " writes");
            }
        }
    }
}
