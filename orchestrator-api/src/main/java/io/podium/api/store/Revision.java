package io.podium.api.store;

/**
 * A position in the history of one store. Each committed write takes the next revision, so the smaller of two
 * revisions happened first.
 *
 * <p>Compare revisions, keep them, or {@linkplain Store#watch resume a watch} from one. Do no arithmetic: after
 * compaction not every number stands for a readable state.
 *
 * @param value the ordinal of the write, at least 1; a store that was never written to stands at 1
 */
public record Revision(long value) implements Comparable<Revision> {

    /** Where every store begins: the revision of the empty state, before the first write. */
    public static final Revision FIRST = new Revision(1);

    /**
     * Checks the ordinal.
     *
     * @throws IllegalArgumentException if {@code value} is less than 1
     */
    public Revision {
        if (value < 1) {
            throw new IllegalArgumentException("revision must be at least 1, was " + value);
        }
    }

    /**
     * Returns whether this revision happened after another one.
     *
     * @param other a revision of the same store
     * @return whether this one is the larger of the two
     */
    public boolean isAfter(Revision other) {
        return value > other.value;
    }

    @Override
    public int compareTo(Revision other) {
        return Long.compare(value, other.value);
    }

    /** Returns the bare number, as it stands in a {@code resourceVersion}. */
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
