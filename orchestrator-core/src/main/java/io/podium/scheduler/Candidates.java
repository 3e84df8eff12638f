package io.podium.scheduler;

import java.util.BitSet;
import java.util.function.IntPredicate;

/** The nodes, by index, on which a pod might run. */
public final class Candidates {
    private final BitSet nodes;

    Candidates(BitSet nodes) {
        this.nodes = nodes;
    }

    /** All nodes of a snapshot. */
    static Candidates all(Snapshot snapshot) {
        var nodes = new BitSet(snapshot.end());
        for (int index = 0; index < snapshot.end(); index++) {
            if (snapshot.node(index) != null) {
                nodes.set(index);
            }
        }
        return new Candidates(nodes);
    }

    /**
     * Keeps only nodes that fit.
     *
     * @param fits whether the node at an index fits
     */
    public void retain(IntPredicate fits) {
        for (int index = nodes.nextSetBit(0); index >= 0; index = nodes.nextSetBit(index + 1)) {
            if (!fits.test(index)) {
                nodes.clear(index);
            }
        }
    }

    Candidates copy() {
        return new Candidates((BitSet) nodes.clone());
    }

    /**
     * Whether there is none.
     *
     * @return true if no node is left
     */
    public boolean isEmpty() {
        return nodes.isEmpty();
    }

    /**
     * Whether a node is one of them.
     *
     * @param index the node in the snapshot
     * @return true if it is left
     */
    public boolean contains(int index) {
        return nodes.get(index);
    }

    /** The first candidate at or after an index, else the first of all; -1 if there is none. */
    int nextRound(int index) {
        int next = nodes.nextSetBit(index);
        return next < 0 && index > 0 ? nodes.nextSetBit(0) : next;
    }
}
