package io.podium.store.memory;

import io.podium.api.dispatch.Dispatcher;
import io.podium.api.store.Commit;
import io.podium.api.store.CompactedException;
import io.podium.api.store.Expectation;
import io.podium.api.store.FutureRevisionException;
import io.podium.api.store.Page;
import io.podium.api.store.RangeQuery;
import io.podium.api.store.Revision;
import io.podium.api.store.Snapshot;
import io.podium.api.store.Snapshots;
import io.podium.api.store.Stamp;
import io.podium.api.store.Store;
import io.podium.api.store.StoreEvent;
import io.podium.api.store.StoreWatch;
import io.podium.api.store.StoredValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Store} in this JVM's heap: a persistent ordered map with a hash index beside it for present reads, and one
 * bounded history of events.
 *
 * <p>How readers and the one writer at a time work together:
 *
 * <ul>
 *   <li>Writers hold {@link #lock}. A commit fills the tree and the history, then announces its revision in {@link
 *       #begun}, publishes the value in the index, and at last publishes the revision in {@link #revision}. After the
 *       lock is free it calls the signals of the watches that it made ready.
 *   <li>{@link #get} reads the index and nothing else: the index is where a commit takes effect.
 *   <li>Whoever asks for the revision while the two differ waits for the writer, for a moment; so nobody who has seen a
 *       value gets a revision, a page or a poll from before it.
 *   <li>Pages are read from a snapshot of the tree, taken under the lock in constant time and shared until the next
 *       write.
 * </ul>
 */
public final class MemoryStore implements Store, Snapshots {
    /** How many keys may expire before other writers get their turn. */
    private static final int EXPIRY_BATCH = 100;

    private final ReentrantLock lock = new ReentrantLock();
    private final Dispatcher dispatcher;
    private final Supplier<Instant> clock;
    private final HistoryBounds bounds;
    private final Entries entries;
    private final States states = new States();
    private final History history;
    private final Expiry expiry;
    private final Watches watches = new Watches();
    private volatile long begun;
    private volatile Revision revision;
    private volatile boolean closed;
    private boolean committing;

    /**
     * Opens an empty store with the {@linkplain HistoryBounds#standard standard} history.
     *
     * @param dispatcher the store's time and its timer for keys with a time to live
     */
    public MemoryStore(Dispatcher dispatcher) {
        this(dispatcher, HistoryBounds.standard());
    }

    /**
     * Opens an empty store.
     *
     * @param dispatcher the store's time and its timer for keys with a time to live
     * @param bounds how much history to keep
     */
    public MemoryStore(Dispatcher dispatcher, HistoryBounds bounds) {
        this(
                dispatcher,
                bounds,
                new Entries(),
                new History(bounds, Revision.FIRST.value()),
                new Expiry(),
                Revision.FIRST);
    }

    private MemoryStore(
            Dispatcher dispatcher,
            HistoryBounds bounds,
            Entries entries,
            History history,
            Expiry expiry,
            Revision revision) {
        this.dispatcher = dispatcher;
        this.clock = dispatcher::now;
        this.bounds = bounds;
        this.entries = entries;
        this.history = history;
        this.expiry = expiry;
        this.begun = revision.value();
        this.revision = revision;
    }

    @Override
    public Revision revision() {
        requireOpen();
        var published = revision;
        if (begun == published.value()) {
            return published;
        }
        lock.lock(); // a commit is between its value and its revision
        try {
            return revision;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Revision compacted() {
        requireOpen();
        return new Revision(history.compacted());
    }

    @Override
    public Optional<StoredValue> get(String key) {
        requireOpen();
        return Optional.ofNullable(entries.get(key));
    }

    @Override
    public Page range(RangeQuery query) {
        var present = present();
        var wanted = query.requestedRevision().orElse(present.revision());
        if (wanted.equals(present.revision())) {
            return present.page(query);
        }
        if (wanted.isAfter(present.revision())) {
            throw new FutureRevisionException("read at", wanted, present.revision());
        }
        return past(wanted, present, query).page(query);
    }

    @Override
    public Commit put(String key, Expectation expected, Stamp value) {
        return commitPut(key, expected, value, null);
    }

    @Override
    public Commit put(String key, Expectation expected, Stamp value, Duration timeToLive) {
        if (timeToLive.isZero() || timeToLive.isNegative()) {
            throw new IllegalArgumentException(key + ": time to live must be positive, was " + timeToLive);
        }
        return commitPut(key, expected, value, timeToLive);
    }

    @Override
    public Commit delete(String key, Expectation expected) {
        return commitDelete(key, expected, null);
    }

    @Override
    public Commit delete(String key, Expectation expected, Stamp last) {
        return commitDelete(key, expected, Objects.requireNonNull(last, "last"));
    }

    @Override
    public StoreWatch watch(String prefix, Revision after, Runnable onReady) {
        Objects.requireNonNull(prefix, "prefix");
        Objects.requireNonNull(onReady, "onReady");
        enter();
        try {
            if (after.isAfter(revision)) {
                throw new FutureRevisionException("watch from", after, revision);
            }
            if (after.value() < history.compacted()) {
                throw new CompactedException("watch from", after, compacted());
            }
            return new MemoryWatch(this, watches.join(prefix), after.value(), onReady);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void compact(Revision upTo) {
        enter();
        try {
            if (upTo.isAfter(revision)) {
                throw new FutureRevisionException("compaction up to", upTo, revision);
            }
            history.compact(upTo.value());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<Snapshots> snapshots() {
        return Optional.of(this);
    }

    @Override
    public Snapshot snapshot() {
        enter();
        try {
            var state = freeze();
            states.pin(state);
            return new MemorySnapshot(this, state, expiry.fork());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public MemoryStore fork() {
        return fork(dispatcher);
    }

    /**
     * Starts a second store from the present state and history of this one, in another scope of time.
     *
     * @param other the time and timers of the new store
     * @return a new store at the same revision, to be closed by the caller
     * @throws IllegalStateException if the store is closed
     */
    public MemoryStore fork(Dispatcher other) {
        enter();
        try {
            return new MemoryStore(
                            other, bounds, new Entries(freeze().entries()), history.fork(), expiry.fork(), revision)
                    .started();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        Bell rung;
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            expiry.cancelTimer();
            rung = watches.ringAll(revision.value() + 1);
        } finally {
            lock.unlock();
        }
        Bell.answer(rung);
    }

    /** A store that begins with a pinned state; its history begins there too. */
    MemoryStore forkFrom(State state, Expiry pinned) {
        lock.lock();
        try {
            var begin = new History(bounds, state.revision().value());
            return new MemoryStore(
                            dispatcher, bounds, new Entries(state.entries()), begin, pinned.fork(), state.revision())
                    .started();
        } finally {
            lock.unlock();
        }
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
        return history;
    }

    /** Arms a watch that has seen everything up to a revision; null if that is not everything any more. */
    @Nullable
    Bell arm(MemoryWatch watch, Watches.Group group, long seen) {
        enter();
        try {
            return revision.value() == seen ? group.arm(watch) : null;
        } finally {
            lock.unlock();
        }
    }

    /** The present revision if a bell has not rung up to it, else null. */
    @Nullable
    Revision revisionWhileQuiet(Bell bell) {
        lock.lock();
        try {
            return bell.rungAt() == 0 ? revision : null;
        } finally {
            lock.unlock();
        }
    }

    void leave(MemoryWatch watch, Watches.Group group) {
        lock.lock();
        try {
            watches.leave(group, watch);
        } finally {
            lock.unlock();
        }
    }

    private Commit commitPut(String key, Expectation expected, Stamp stamp, @Nullable Duration timeToLive) {
        requireKey(key);
        Commit.Done done;
        Bell rung;
        enter();
        try {
            var current = entries.get(key);
            if (!expected.admits(current)) {
                return new Commit.Conflict(key, expected, current);
            }
            var at = new Revision(revision.value() + 1);
            var stored = current == null
                    ? new StoredValue(key, valueOf(stamp, key, at), at, at)
                    : new StoredValue(current.key(), valueOf(stamp, key, at), current.created(), at);
            rung = commit(new StoreEvent.Put(stored, current), null);
            done = new Commit.Done(stored);
            if (timeToLive == null) {
                expiry.clear(key);
            } else {
                expiry.set(stored.key(), dispatcher.now().plus(timeToLive), stamp);
                expiry.setTimer(dispatcher, this::expire);
            }
        } finally {
            lock.unlock();
        }
        Bell.answer(rung);
        return done;
    }

    private Commit commitDelete(String key, Expectation expected, @Nullable Stamp stamp) {
        requireKey(key);
        Commit.Done done;
        Bell rung;
        enter();
        try {
            var current = entries.get(key);
            if (current == null || !expected.admits(current)) {
                return new Commit.Conflict(key, expected, current);
            }
            var event = deletion(current, stamp);
            rung = commit(event, null);
            done = new Commit.Done(event.stored());
            expiry.clear(key);
        } finally {
            lock.unlock();
        }
        Bell.answer(rung);
        return done;
    }

    private StoreEvent.Delete deletion(StoredValue current, @Nullable Stamp stamp) {
        var at = new Revision(revision.value() + 1);
        var last = stamp == null ? current.value() : valueOf(stamp, current.key(), at);
        return new StoreEvent.Delete(new StoredValue(current.key(), last, current.created(), at), current);
    }

    /** Makes one write take effect; returns the bells to answer once the lock is free, in front of those given. */
    private @Nullable Bell commit(StoreEvent event, @Nullable Bell others) {
        long weight = history.weigh(event); // may throw, so before anything changes
        long at = event.revision().value();
        history.append(event, weight, clock);
        states.written();
        begun = at;
        switch (event) {
            case StoreEvent.Put put -> entries.put(put.stored());
            case StoreEvent.Delete delete -> entries.remove(delete.key());
        }
        var rung = watches.ring(event.key(), at, others);
        revision = event.revision();
        return rung;
    }

    /** Deletes the keys whose time has come, and sets the timer for the next. */
    private void expire(long timer) {
        boolean more = true;
        for (boolean first = true; more; first = false) {
            Bell rung;
            lock.lock();
            try {
                if (closed || first && !expiry.timerRan(timer)) {
                    return;
                }
                rung = expireBatch(dispatcher.now());
                more = expiry.firstDue(dispatcher.now()) != null;
                if (!more) {
                    expiry.setTimer(dispatcher, this::expire);
                }
            } finally {
                lock.unlock();
            }
            Bell.answer(rung);
        }
    }

    private @Nullable Bell expireBatch(Instant now) {
        Bell rung = null;
        var due = expiry.firstDue(now);
        for (int taken = 0; due != null && taken < EXPIRY_BATCH; taken++) {
            var current = Objects.requireNonNull(entries.get(due.key()));
            rung = commit(deletion(current, due.stamp()), rung);
            expiry.clear(due.key());
            due = expiry.firstDue(now);
        }
        return rung;
    }

    /** Sets the timer for the deadlines that a fork inherits. */
    private MemoryStore started() {
        lock.lock();
        try {
            expiry.setTimer(dispatcher, this::expire);
        } finally {
            lock.unlock();
        }
        return this;
    }

    private State freeze() {
        return states.freeze(() -> new State(revision, entries.freeze()));
    }

    private State present() {
        var frozen = states.lastFrozen();
        if (frozen != null && frozen.revision().equals(revision())) {
            return frozen;
        }
        enter();
        try {
            return freeze();
        } finally {
            lock.unlock();
        }
    }

    private State past(Revision wanted, State present, RangeQuery query) {
        var writesSince = history.readAfter(wanted.value());
        if (writesSince != null) {
            return present.rewind(wanted, writesSince, query);
        }
        enter();
        try {
            var pinned = states.pinned(wanted);
            if (pinned == null) {
                throw new CompactedException("read at", wanted, compacted());
            }
            return pinned;
        } finally {
            lock.unlock();
        }
    }

    /** Calls the stamp, and sees to it that it does not call back. */
    private Object valueOf(Stamp stamp, String key, Revision at) {
        committing = true;
        try {
            return Objects.requireNonNull(
                    stamp.valueAt(at), () -> key + ": the stamp returned null; use delete to remove a key");
        } finally {
            committing = false;
        }
    }

    /** Takes the lock of an open store. */
    private void enter() {
        lock.lock();
        if (closed || committing) {
            boolean wasClosed = closed;
            lock.unlock();
            throw new IllegalStateException(
                    wasClosed ? "the store is closed" : "a stamp called the store; read before the write instead");
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the store is closed");
        }
    }

    private static void requireKey(String key) {
        if (key.isEmpty()) {
            throw new IllegalArgumentException("key must not be empty");
        }
    }
}
