package io.podium.api.store;

/**
 * Makes the value of a write from the revision that the write takes, so that the object which everybody shares
 * carries its own {@code resourceVersion}.
 *
 * <p>Called inside the commit, while other writers wait: return quickly, throw nothing, and do not call the
 * store. A store may call a stamp more than once, and may ask for a revision that the write does not take in the
 * end (one that learns revisions from another process stamps again when it {@linkplain ValueCodec#decode
 * decodes}); so the result must depend on nothing but the argument.
 */
@FunctionalInterface
public interface Stamp {

    /**
     * Returns the value as written at a revision.
     *
     * @param revision the revision of the write
     * @return the value to store; immutable from here on
     */
    Object valueAt(Revision revision);

    /**
     * Stamps values that do not carry a revision.
     *
     * @param value the value to store, whatever the revision
     * @return a stamp that always returns {@code value}
     */
    static Stamp constant(Object value) {
        return revision -> value;
    }
}
