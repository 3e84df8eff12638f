package io.podium.store.memory;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the armed watches of one prefix wait for. It rings once, for all of them and in the order in which they were
 * armed: the writer hangs up a new bell and takes the old one out of the lock with it. So a commit costs the same
 * however many watches there are, and a watch that nothing happened to needs no work at all.
 *
 * <p>A watch is added without the store's lock, and looks afterwards whether a commit has begun or the bell has rung
 * meanwhile; whoever rings says so first and looks for members afterwards. So one of them always sees the other, and a
 * member that need not wait any more takes itself out; it may still be signalled once.
 */
final class Bell {
    private static final Logger LOG = LoggerFactory.getLogger(Bell.class);

    private final Queue<MemoryWatch> armed = new ConcurrentLinkedQueue<>();
    private volatile long rungAt;
    private @Nullable Bell next;

    boolean isEmpty() {
        return armed.isEmpty();
    }

    void add(MemoryWatch watch) {
        armed.add(watch);
    }

    void remove(MemoryWatch watch) {
        armed.remove(watch);
    }

    /** The revision of the first event since the watches were armed, or 0 while there is none: it hangs, and waits. */
    long rungAt() {
        return rungAt;
    }

    /** Rings for an event; the bells that rang in the same commit are chained, to be {@linkplain #answer answered}. */
    Bell ring(long revision, @Nullable Bell others) {
        rungAt = revision;
        next = others;
        return this;
    }

    /** Calls the signals of all watches of a chain of bells. The caller holds no lock. */
    static void answer(@Nullable Bell first) {
        for (var bell = first; bell != null; bell = bell.next) {
            for (var watch : bell.armed) {
                try {
                    watch.signal();
                } catch (RuntimeException broken) {
                    LOG.atError()
                            .addKeyValue("watch", watch)
                            .setCause(broken)
                            .log("Signal of a watch threw; the write that caused it stands");
                }
            }
        }
    }
}
