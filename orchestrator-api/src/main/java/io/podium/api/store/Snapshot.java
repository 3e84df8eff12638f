package io.podium.api.store;

import java.util.Optional;

/**
 * The state of a store at one revision, for as long as the snapshot is open. Later writes do not show in it, and
 * while it is open {@link Store#range} answers at its revision even after compaction.
 */
public interface Snapshot extends AutoCloseable {

    /**
     * Returns the revision whose state this is.
     *
     * @return the revision of the last write that shows in this snapshot
     */
    Revision revision();

    /**
     * Reads one key.
     *
     * @param key the key
     * @return what was stored under it, or empty if it was absent
     * @throws IllegalStateException if the snapshot is closed
     */
    Optional<StoredValue> get(String key);

    /**
     * Reads an interval of keys.
     *
     * @param query the interval and the limit; if it names a revision, it must be this snapshot's
     * @return the values at this snapshot's revision
     * @throws IllegalArgumentException if the query names another revision
     * @throws IllegalStateException if the snapshot is closed
     */
    Page range(RangeQuery query);

    /**
     * Starts a store of its own from this state, in constant time. Its next write takes the next revision, its
     * history begins here, and from then on the two stores share nothing that changes.
     *
     * @return a new store, to be closed by the caller
     * @throws IllegalStateException if the snapshot is closed
     */
    Store fork();

    /** Releases the state. */
    @Override
    void close();
}
