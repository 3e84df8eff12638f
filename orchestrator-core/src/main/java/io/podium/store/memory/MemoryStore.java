package io.podium.store.memory;

import io.podium.api.dispatch.Dispatcher;
import io.podium.api.store.Commit;
import io.podium.api.store.Expectation;
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
import org.jspecify.annotations.Nullable;

/**
 * A {@link Store} in this JVM's heap: a persistent ordered map with a hash index beside it for present reads, and one
 * bounded history of events. It keeps the references that it is given and never copies or encodes a value.
 *
 * <p>Reads of one key take no lock. Reads of a range take it for a moment, to freeze the present state, and only if there
 * was a write since the last such read. Writes take turns. Snapshots and forks cost the same whatever the store holds.
 */
public final class MemoryStore implements Store, Snapshots {
    /** How many keys may expire before other writers get their turn. */
    private static final int EXPIRY_BATCH = 100;

    private final Dispatcher dispatcher;
    private final HistoryBounds bounds;
    private final Ledger ledger;

    /** Used only by who has entered the ledger, as are all that follow. */
    private final Expiry expiry;

    private boolean stamping;

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
        this.dispatcher = dispatcher;
        this.bounds = bounds;
        this.expiry = new Expiry();
        this.ledger =
                new Ledger(dispatcher::now, new Entries(), new History(bounds, Revision.FIRST.value()), Revision.FIRST);
    }

    /** A fork: begins with a state of another store, and with copies of the rest that nobody else uses. */
    private MemoryStore(Dispatcher dispatcher, HistoryBounds bounds, State state, History history, Expiry expiry) {
        this.dispatcher = dispatcher;
        this.bounds = bounds;
        this.expiry = expiry;
        this.ledger = new Ledger(dispatcher::now, new Entries(state.entries()), history, state.revision());
    }

    @Override
    public Revision revision() {
        return ledger.revision();
    }

    @Override
    public Revision compacted() {
        return new Revision(ledger.history().compacted());
    }

    @Override
    public Optional<StoredValue> get(String key) {
        return Optional.ofNullable(ledger.get(key));
    }

    @Override
    public Page range(RangeQuery query) {
        return ledger.state(query).page(query);
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
        return ledger.watch(
                Objects.requireNonNull(prefix, "prefix"), after, Objects.requireNonNull(onReady, "onReady"));
    }

    @Override
    public void compact(Revision upTo) {
        ledger.compact(upTo);
    }

    @Override
    public Optional<Snapshots> snapshots() {
        return Optional.of(this);
    }

    @Override
    public Snapshot snapshot() {
        ledger.enter();
        try {
            return new MemorySnapshot(this, ledger.pin(), expiry.fork());
        } finally {
            ledger.exit();
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
        MemoryStore fork;
        ledger.enter();
        try {
            fork = new MemoryStore(
                    other, bounds, ledger.freeze(), ledger.history().fork(), expiry.fork());
        } finally {
            ledger.exit();
        }
        return fork.started();
    }

    @Override
    public void close() {
        if (!ledger.tryEnter()) {
            return;
        }
        Bell rung;
        try {
            expiry.cancelTimer();
            rung = ledger.close();
        } finally {
            ledger.exit();
        }
        Bell.answer(rung);
    }

    /** A store that begins with a pinned state; its history begins there too. */
    MemoryStore fork(State state, Expiry pinned) {
        var history = new History(bounds, state.revision().value());
        return new MemoryStore(dispatcher, bounds, state, history, pinned).started();
    }

    void unpin(Revision pinned) {
        ledger.unpin(pinned);
    }

    private Commit commitPut(String key, Expectation expected, Stamp stamp, @Nullable Duration timeToLive) {
        requireKey(key);
        Commit.Done done;
        Bell rung;
        enterToWrite(key);
        try {
            var deadline =
                    timeToLive == null ? null : deadline(timeToLive); // before anything is changed: clocks have an end
            var current = ledger.get(key);
            if (!expected.admits(current)) {
                return new Commit.Conflict(key, expected, current);
            }
            var at = ledger.next();
            var value = valueOf(stamp, key, at);
            var stored = current == null
                    ? new StoredValue(key, value, at, at)
                    : new StoredValue(current.key(), value, current.created(), at);
            rung = ledger.commit(new StoreEvent.Put(stored, current), null);
            done = new Commit.Done(stored);
            if (deadline == null) {
                expiry.clear(key);
            } else {
                expiry.set(stored.key(), deadline, stamp);
                expiry.setTimer(dispatcher, this::expire);
            }
        } finally {
            ledger.exit();
        }
        Bell.answer(rung);
        return done;
    }

    private Instant deadline(Duration timeToLive) {
        var now = dispatcher.now();
        return timeToLive.compareTo(Duration.between(now, Instant.MAX)) < 0 ? now.plus(timeToLive) : Instant.MAX;
    }

    private Commit commitDelete(String key, Expectation expected, @Nullable Stamp stamp) {
        requireKey(key);
        Commit.Done done;
        Bell rung;
        enterToWrite(key);
        try {
            var current = ledger.get(key);
            if (current == null || !expected.admits(current)) {
                return new Commit.Conflict(key, expected, current);
            }
            var event = deletion(current, stamp);
            rung = ledger.commit(event, null);
            done = new Commit.Done(event.stored());
            expiry.clear(key);
        } finally {
            ledger.exit();
        }
        Bell.answer(rung);
        return done;
    }

    private StoreEvent.Delete deletion(StoredValue current, @Nullable Stamp stamp) {
        var at = ledger.next();
        var last = stamp == null ? current.value() : valueOf(stamp, current.key(), at);
        return new StoreEvent.Delete(new StoredValue(current.key(), last, current.created(), at), current);
    }

    /** Deletes the keys whose time has come, and sets the timer for the next. */
    private void expire(long timer) {
        boolean more = true;
        for (boolean first = true; more; first = false) {
            if (!ledger.tryEnter()) {
                return;
            }
            Bell rung;
            try {
                if (first && !expiry.timerRan(timer)) {
                    return;
                }
                var now = dispatcher.now();
                rung = expireBatch(now);
                more = expiry.firstDue(now) != null;
                if (!more) {
                    expiry.setTimer(dispatcher, this::expire);
                }
            } finally {
                ledger.exit();
            }
            Bell.answer(rung);
        }
    }

    private @Nullable Bell expireBatch(Instant now) {
        Bell rung = null;
        var due = expiry.firstDue(now);
        for (int taken = 0; due != null && taken < EXPIRY_BATCH; taken++) {
            var current = Objects.requireNonNull(ledger.get(due.key()));
            rung = ledger.commit(deletion(current, due.stamp()), rung);
            expiry.clear(due.key());
            due = expiry.firstDue(now);
        }
        return rung;
    }

    /** Sets the timer for the deadlines that a fork inherits. */
    private MemoryStore started() {
        ledger.enter();
        try {
            expiry.setTimer(dispatcher, this::expire);
        } finally {
            ledger.exit();
        }
        return this;
    }

    private void enterToWrite(String key) {
        ledger.enter();
        if (stamping) {
            ledger.exit();
            throw new IllegalStateException(key + ": a stamp may not write; write before or after instead");
        }
    }

    private Object valueOf(Stamp stamp, String key, Revision at) {
        stamping = true;
        try {
            return Objects.requireNonNull(
                    stamp.valueAt(at), () -> key + ": the stamp returned null; use delete to remove a key");
        } finally {
            stamping = false;
        }
    }

    private static void requireKey(String key) {
        if (key.isEmpty()) {
            throw new IllegalArgumentException("key must not be empty");
        }
    }
}
