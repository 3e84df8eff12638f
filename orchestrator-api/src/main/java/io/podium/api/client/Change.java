package io.podium.api.client;

import org.jspecify.annotations.Nullable;

/**
 * How one object changed.
 *
 * @param before the state before, null if the object is new to the observer
 * @param after the state after, null if the object is gone, or no longer among those observed
 * @param <T> its type
 */
public record Change<T>(@Nullable T before, @Nullable T after) {
    /** Refuses a change of nothing. */
    public Change {
        if (before == null && after == null) {
            throw new IllegalArgumentException("a change needs a state before or after it");
        }
    }

    /**
     * The newest state.
     *
     * @return the state after, or the last one of an object that is gone
     */
    public T newest() {
        var newest = after != null ? after : before;
        if (newest == null) {
            throw new IllegalStateException("a change of nothing");
        }
        return newest;
    }
}
