package io.podium.store.memory;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.podium.api.store.CompactedException;
import io.podium.api.store.FutureRevisionException;
import io.podium.api.store.RangeQuery;
import io.podium.api.store.Revision;
import io.podium.api.store.StoreEvent;
import io.podium.api.store.StoredValue;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link MemoryStore} holds, and how many readers and one writer at a time share it:
 *
 * <ul>
 *   <li>Writers {@link #enter} and {@link #exit}; between the two they {@link #commit}. A commit adds to the history,
 *       announces its revision in {@link #begun}, publishes the value in {@link #entries}, rings, and at last publishes
 *       the revision in {@link #revision}. Once they have left they {@linkplain Bell#answer answer} the bells that rang.
 *   <li>{@link #get} reads the entries and nothing else: publishing the value is where a commit takes effect.
 *   <li>Whoever asks for the revision while it differs from the one begun waits for the writer, for a moment. So nobody
 *       who has seen a value gets a revision, a page or a poll from before it.
 *   <li>Pages are read from a frozen state, taken in constant time and shared until the next write.
 * </ul>
 */
@SuppressWarnings("GuardedBy") // between enter and exit the lock is held
final class Ledger {
    /** How often a thread looks again before it is parked, which costs more than most commits take. */
    private static final int SPINS = 100;

    private final ReentrantLock lock = new ReentrantLock();
    private final Entries entries;
    private final History history;
    private final Supplier<Instant> clock;

    @GuardedBy("lock")
    private final States states = new States();

    @GuardedBy("lock")
    private final Watches watches = new Watches();

    private volatile long begun;
    private volatile Revision revision;
    private volatile boolean closed;

    Ledger(Supplier<Instant> clock, Entries entries, History history, Revision revision) {
        this.clock = clock;
        this.entries = entries;
        this.history = history;
        this.begun = revision.value();
        this.revision = revision;
    }

    /** Takes the lock of an open ledger, or throws. */
    void enter() {
        if (!tryEnter()) {
            throw new IllegalStateException("the store is closed");
        }
    }

    /** Takes the lock and returns true, unless the ledger is closed. */
    boolean tryEnter() {
        lockSoon();
        if (closed) {
            lock.unlock();
            return false;
        }
        return true;
    }

    void exit() {
        lock.unlock();
    }

    private void lockSoon() {
        for (int spin = 0; spin < SPINS; spin++) {
            if (lock.tryLock()) {
                return;
            }
        }
        lock.lock();
    }

    /** Makes one write take effect; returns the bells to answer after {@link #exit}, in front of those given. */
    @Nullable
    Bell commit(StoreEvent event, @Nullable Bell others) {
        long weight = history.weigh(event); // may throw, so before anything changes
        long at = event.revision().value();
        var key = event.key();
        long bits = watches.bits(key);
        history.append(event, bits, weight, clock);
        states.written();
        begun = at;
        switch (event) {
            case StoreEvent.Put put -> entries.put(put.stored());
            case StoreEvent.Delete delete -> entries.remove(key);
        }
        var rung = watches.ring(key, bits, at, others);
        revision = event.revision();
        return rung;
    }

    /** The revision of the next commit; the caller has entered. */
    Revision next() {
        return new Revision(revision.value() + 1);
    }

    Revision revision() {
        requireOpen();
        for (int spin = 0; spin < SPINS; spin++) {
            var published = revision;
            if (begun == published.value()) {
                return published;
            } // else a commit is between its value and its revision
        }
        lock.lock();
        try {
            return revision;
        } finally {
            lock.unlock();
        }
    }

    @Nullable
    StoredValue get(String key) {
        requireOpen();
        return entries.get(key);
    }

    /** The state that a query asks for, or as much of it as the query covers. */
    State state(RangeQuery query) {
        var present = present();
        var wanted = query.requestedRevision().orElse(present.revision());
        if (wanted.equals(present.revision())) {
            return present;
        }
        if (wanted.isAfter(present.revision())) {
            throw new FutureRevisionException("read at", wanted, present.revision());
        }
        var writesSince = history.readAfter(wanted.value());
        return writesSince == null ? pinned(wanted) : present.rewind(wanted, writesSince, query);
    }

    /** The present state; the caller has entered. */
    State freeze() {
        return states.freeze(revision, entries);
    }

    /** Keeps the present state readable until it is unpinned as often; the caller has entered. */
    State pin() {
        var state = freeze();
        states.pin(state);
        return state;
    }

    void unpin(Revision pinned) {
        lock.lock();
        try {
            states.unpin(pinned);
        } finally {
            lock.unlock();
        }
    }

    History history() {
        requireOpen();
        return history;
    }

    void compact(Revision upTo) {
        enter();
        try {
            if (upTo.isAfter(revision)) {
                throw new FutureRevisionException("compaction up to", upTo, revision);
            }
            history.compact(upTo.value());
        } finally {
            exit();
        }
    }

    MemoryWatch watch(String prefix, Revision after, Runnable onReady) {
        enter();
        try {
            if (after.isAfter(revision)) {
                throw new FutureRevisionException("watch from", after, revision);
            }
            if (after.value() < history.compacted()) {
                throw new CompactedException("watch from", after, new Revision(history.compacted()));
            }
            return new MemoryWatch(this, watches.join(prefix, revision.value()), after.value(), onReady);
        } finally {
            exit();
        }
    }

    /** Arms a watch that has seen everything up to a revision; null if that is not everything any more. Needs no lock. */
    @Nullable
    Bell arm(MemoryWatch watch, Watches.Group group, long seen) {
        var bell = group.bell();
        bell.add(watch);
        if (begun == seen && bell.rungAt() == 0 && !closed) {
            return bell;
        }
        bell.remove(watch);
        return null;
    }

    /** The present revision, if a bell has not rung up to it; else null. */
    @Nullable
    Revision revisionWhileQuiet(Bell bell) {
        if (bell.rungAt() != 0) {
            return null;
        }
        var published = revision(); // whatever it rings for is published after it has rung
        return bell.rungAt() == 0 ? published : null;
    }

    void leave(MemoryWatch watch, Watches.Group group) {
        lock.lock();
        try {
            watches.leave(group, watch);
        } finally {
            lock.unlock();
        }
    }

    /** Refuses everything from now on; returns the bells to answer. The caller has entered. */
    @Nullable
    Bell close() {
        closed = true;
        return watches.ringAll(revision.value() + 1);
    }

    private State present() {
        requireOpen();
        var frozen = states.lastFrozen();
        if (frozen != null && frozen.revision().equals(revision())) {
            return frozen;
        }
        enter();
        try {
            return freeze();
        } finally {
            exit();
        }
    }

    private State pinned(Revision wanted) {
        enter();
        try {
            var pinned = states.pinned(wanted);
            if (pinned == null) {
                throw new CompactedException("read at", wanted, new Revision(history.compacted()));
            }
            return pinned;
        } finally {
            exit();
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the store is closed");
        }
    }
}
