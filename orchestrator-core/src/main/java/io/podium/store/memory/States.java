package io.podium.store.memory;

import io.podium.api.store.Revision;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The states of a store that somebody may still read: the present one, if it was asked for since the last write, and
 * those that are pinned. Guarded by the store's lock, but for {@link #lastFrozen}.
 */
final class States {
    private final TreeMap<Revision, Pin> pins = new TreeMap<>();
    private volatile @Nullable State frozen;

    private static final class Pin {
        final State state;
        int holders;

        Pin(State state) {
            this.state = state;
        }
    }

    /** The present state is about to change. */
    void written() {
        if (frozen != null) {
            frozen = null;
        }
    }

    /** The present state; freezes it only if nobody asked since the last write. */
    State freeze(Revision revision, Entries present) {
        var state = frozen;
        if (state == null) {
            state = new State(revision, present.freeze());
            frozen = state;
        }
        return state;
    }

    /** A state that was the present one a moment ago, or null; needs no lock. */
    @Nullable
    State lastFrozen() {
        return frozen;
    }

    void pin(State state) {
        pins.computeIfAbsent(state.revision(), at -> new Pin(state)).holders++;
    }

    void unpin(Revision revision) {
        var pin = pins.get(revision);
        if (pin != null && --pin.holders == 0) {
            pins.remove(revision);
        }
    }

    @Nullable
    State pinned(Revision revision) {
        var pin = pins.get(revision);
        return pin == null ? null : pin.state;
    }
}
