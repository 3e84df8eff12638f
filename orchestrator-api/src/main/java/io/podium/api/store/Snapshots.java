package io.podium.api.store;

/** What a store can do that keeps its state in persistent structures: freeze and fork itself in constant time. */
public interface Snapshots {

    /**
     * Freezes the present state. An open snapshot keeps the values that it shows in memory.
     *
     * @return the present state, to be closed by the caller
     * @throws IllegalStateException if the store is closed
     */
    Snapshot snapshot();

    /**
     * Starts a second store from the present state and history of this one. Values are shared, and from then on
     * neither sees what is written to the other. Watches and snapshots stay with the original.
     *
     * @return a new store at the same revision, to be closed by the caller
     * @throws IllegalStateException if the store is closed
     */
    Store fork();
}
