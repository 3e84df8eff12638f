package io.podium.api.store;

/** A read or a watch asked for a revision that the store has not reached. */
public final class FutureRevisionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The revision that was asked for. */
    private final long requested;

    /** The newest revision there was. */
    private final long current;

    /**
     * Makes the exception.
     *
     * @param what what failed, such as {@code watch from}
     * @param requested the revision that was asked for
     * @param current the revision that the store has reached
     */
    public FutureRevisionException(String what, Revision requested, Revision current) {
        super(what + " revision " + requested + " failed: the store is at " + current
                + "; wait for it, or check that the revision is from this store");
        this.requested = requested.value();
        this.current = current.value();
    }

    /**
     * Returns the revision that was asked for.
     *
     * @return the revision, after {@link #current}
     */
    public Revision requested() {
        return new Revision(requested);
    }

    /**
     * Returns the revision that the store had reached.
     *
     * @return the store's revision when it was asked
     */
    public Revision current() {
        return new Revision(current);
    }
}
