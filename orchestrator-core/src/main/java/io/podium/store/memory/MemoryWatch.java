package io.podium.store.memory;

import io.podium.api.store.CompactedException;
import io.podium.api.store.Revision;
import io.podium.api.store.StoreEvent;
import io.podium.api.store.StoreWatch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cursor on the {@link History} of a {@link Ledger}.
 *
 * <p>While armed it does not move. When its {@link Bell} has rung, the event that rang it is the first that matches since
 * the watch was armed, so the cursor jumps to just before it: what was written elsewhere meanwhile is never read.
 */
final class MemoryWatch implements StoreWatch {
    /** For how many events room is made before it is known how many match. */
    private static final int RESERVED = 256;

    private final Ledger ledger;
    private final Watches.Group group;
    private final Runnable onReady;
    private volatile boolean closed;

    /** Everything up to this revision was returned or does not match. */
    private long seen;

    /** Where this watch is armed, or null if it is not. */
    private @Nullable Bell bell;

    MemoryWatch(Ledger ledger, Watches.Group group, long after, Runnable onReady) {
        this.ledger = ledger;
        this.group = group;
        this.seen = after;
        this.onReady = onReady;
    }

    @Override
    public List<StoreEvent> poll(int max) {
        if (max < 1) {
            throw new IllegalArgumentException("max must be at least 1, was " + max);
        }
        requireOpen();
        if (bell != null) {
            if (ledger.revisionWhileQuiet(bell) != null) {
                return List.of(); // and no commit whose value can be seen has yet to ring
            }
            disarm(bell);
        }
        do {
            var events = read(max);
            if (!events.isEmpty()) {
                return events;
            }
            bell = ledger.arm(this, group, seen);
        } while (bell == null);
        return List.of();
    }

    @Override
    public Revision position() {
        requireOpen();
        if (bell != null) {
            var quiet = ledger.revisionWhileQuiet(bell);
            if (quiet != null) {
                return quiet;
            }
            disarm(bell);
        }
        return new Revision(seen);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            ledger.leave(this, group);
        }
    }

    /** Calls the signal; the caller holds no lock. */
    void signal() {
        if (!closed) {
            onReady.run();
        }
    }

    private void disarm(Bell rung) {
        seen = Math.max(seen, rung.rungAt() - 1);
        bell = null;
    }

    /** Moves over published events until enough match. */
    private List<StoreEvent> read(int max) {
        long published = ledger.revision().value();
        if (seen >= published) {
            return List.of();
        }
        var reader = ledger.history().readAfter(seen);
        if (reader == null) {
            throw new CompactedException(
                    "watch from",
                    new Revision(seen),
                    new Revision(ledger.history().compacted()));
        }
        var events = new ArrayList<StoreEvent>((int) Math.min(Math.min(max, published - seen), RESERVED));
        while (seen < published && events.size() < max) {
            long bits = reader.bits();
            var event = reader.next();
            seen++;
            if (group.concerns(event, seen, bits)) {
                events.add(event);
            }
        }
        return Collections.unmodifiableList(events);
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("watch of " + group.prefix + " is closed");
        }
    }

    @Override
    public String toString() {
        return "watch of " + (group.prefix.isEmpty() ? "every key" : group.prefix);
    }
}
