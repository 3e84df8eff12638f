package io.podium.store.memory;

import io.podium.api.store.StoredValue;

/**
 * Where the present value of one key is, for the tree and the hash index alike. While no snapshot shows the cell, an
 * update is one assignment and walks no tree; afterwards the cell is left to the snapshots and a new one takes its place.
 */
final class Cell {
    /** Published by the writer, read by anybody. */
    private volatile StoredValue stored;

    /** The edition of the tree in which this cell was made. */
    private final Object edition;

    Cell(StoredValue stored, Object edition) {
        this.stored = stored;
        this.edition = edition;
    }

    StoredValue stored() {
        return stored;
    }

    /** Replaces the value; returns false and does nothing if a snapshot may show this cell. */
    boolean replace(StoredValue newer, Object presentEdition) {
        if (edition != presentEdition) {
            return false;
        }
        stored = newer;
        return true;
    }
}
