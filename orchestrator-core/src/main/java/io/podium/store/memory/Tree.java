package io.podium.store.memory;

import io.podium.api.store.Revision;
import io.podium.api.store.StoredValue;
import io.podium.collect.OrderedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The present values in the order of their keys, and the states that somebody pinned. Guarded by the store's lock, but
 * for {@link #lastFrozen}.
 */
final class Tree {
    private final OrderedMap.@Nullable Snapshot<String, StoredValue> base;
    private final OrderedMap<String, StoredValue> entries;
    private final TreeMap<Revision, Pin> pins = new TreeMap<>();

    /** The present state if it was asked for since the last write; shared by all that ask. */
    private volatile @Nullable State frozen;

    private static final class Pin {
        final State state;
        int holders;

        Pin(State state) {
            this.state = state;
        }
    }

    Tree() {
        base = null;
        entries = new OrderedMap<>();
    }

    Tree(OrderedMap.Snapshot<String, StoredValue> base) {
        this.base = base;
        this.entries = base.toMap();
    }

    /** The frozen state this tree began with, or null if it began empty. */
    OrderedMap.@Nullable Snapshot<String, StoredValue> base() {
        return base;
    }

    void put(StoredValue stored) {
        frozen = null;
        entries.put(stored.key(), stored);
    }

    void remove(String key) {
        frozen = null;
        entries.remove(key);
    }

    /** The present state, which the caller knows to be that of {@code revision}. */
    State freeze(Revision revision) {
        var state = frozen;
        if (state == null) {
            state = new State(revision, entries.snapshot());
            frozen = state;
        }
        return state;
    }

    /** A state that was the present one a moment ago, or null; needs no lock. */
    @Nullable
    State lastFrozen() {
        return frozen;
    }

    State pin(Revision revision) {
        var pin = pins.computeIfAbsent(revision, at -> new Pin(freeze(at)));
        pin.holders++;
        return pin.state;
    }

    void unpin(Revision revision) {
        if (--pins.get(revision).holders == 0) {
            pins.remove(revision);
        }
    }

    @Nullable
    State pinned(Revision revision) {
        var pin = pins.get(revision);
        return pin == null ? null : pin.state;
    }
}
