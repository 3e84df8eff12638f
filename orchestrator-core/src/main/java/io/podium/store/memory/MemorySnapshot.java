package io.podium.store.memory;

import io.podium.api.store.Page;
import io.podium.api.store.RangeQuery;
import io.podium.api.store.Revision;
import io.podium.api.store.Snapshot;
import io.podium.api.store.StoredValue;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A pinned {@link State} of a {@link MemoryStore}. */
final class MemorySnapshot implements Snapshot {
    private final MemoryStore store;
    private final State state;
    private final Expiry expiry;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** Takes over a pin, and deadlines that nobody else changes. */
    MemorySnapshot(MemoryStore store, State state, Expiry expiry) {
        this.store = store;
        this.state = state;
        this.expiry = expiry;
    }

    @Override
    public Revision revision() {
        return state.revision();
    }

    @Override
    public Optional<StoredValue> get(String key) {
        requireOpen();
        return Optional.ofNullable(state.get(key));
    }

    @Override
    public Page range(RangeQuery query) {
        requireOpen();
        var asked = query.requestedRevision().orElse(state.revision());
        if (!asked.equals(state.revision())) {
            throw new IllegalArgumentException("snapshot is of revision " + state.revision() + ", the query asks for "
                    + asked + "; ask the store");
        }
        return state.page(query);
    }

    @Override
    public MemoryStore fork() {
        requireOpen();
        return store.fork(state, expiry.fork());
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            store.unpin(state.revision());
        }
    }

    private void requireOpen() {
        if (closed.get()) {
            throw new IllegalStateException("snapshot of revision " + state.revision() + " is closed");
        }
    }
}
