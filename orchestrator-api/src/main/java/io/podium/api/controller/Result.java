package io.podium.api.controller;

import java.time.Duration;

/** What a {@link Reconciler} wants next for a key. */
public sealed interface Result {

    /** Nothing, until something changes. */
    record Done() implements Result {
        private static final Done INSTANCE = new Done();
    }

    /**
     * To be called again even if nothing changes.
     *
     * @param delay how long from now, positive
     */
    record RequeueAfter(Duration delay) implements Result {
        /** Refuses a delay that is not positive. */
        public RequeueAfter {
            if (delay.isZero() || delay.isNegative()) {
                throw new IllegalArgumentException("a requeue delay must be positive, was " + delay);
            }
        }
    }

    /**
     * Nothing, until something changes.
     *
     * @return the shared result
     */
    static Result done() {
        return Done.INSTANCE;
    }

    /**
     * To be called again.
     *
     * @param delay how long from now, positive
     * @return the result
     */
    static Result requeueAfter(Duration delay) {
        return new RequeueAfter(delay);
    }
}
