package io.podium.api.store;

/**
 * The history that a read or a watch needs is gone. Nothing is broken: {@linkplain Store#range read} the present
 * state and watch from its revision.
 */
public final class CompactedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The revision that was asked for. */
    private final long requested;

    /** The newest revision that is gone. */
    private final long compacted;

    /**
     * Makes the exception; it carries no stack trace, since a slow watcher meets it in ordinary operation.
     *
     * @param what what failed, such as {@code watch from}
     * @param requested the revision that was asked for
     * @param compacted the revision up to which history is gone
     */
    public CompactedException(String what, Revision requested, Revision compacted) {
        super(
                what + " revision " + requested + " failed: compacted up to " + compacted + "; list again",
                null,
                false,
                false);
        this.requested = requested.value();
        this.compacted = compacted.value();
    }

    /**
     * Returns the revision that was asked for.
     *
     * @return the revision, before {@link #compacted}
     */
    public Revision requested() {
        return new Revision(requested);
    }

    /**
     * Returns the oldest revision that could have been asked for.
     *
     * @return the revision up to which history is gone
     */
    public Revision compacted() {
        return new Revision(compacted);
    }
}
