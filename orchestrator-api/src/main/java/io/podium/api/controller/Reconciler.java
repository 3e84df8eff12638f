package io.podium.api.controller;

import io.podium.api.meta.ObjectKey;

/**
 * Brings one object from the state it has to the state it should have.
 *
 * <p>Level-triggered: a call compares and changes, whatever event caused it, and is right whatever events were missed. One key is never
 * reconciled twice at once; different keys may be.
 */
@FunctionalInterface
public interface Reconciler {

    /**
     * Compares and changes.
     *
     * @param key the object, which may be gone
     * @return whether to come back, and when
     * @throws InterruptedException if the controller is stopping
     * @throws TerminalException if trying again would not help; it is logged, so tell users by an Event
     * @throws Exception for anything else: it is logged, and the key is tried again, later each time
     */
    Result reconcile(ObjectKey key) throws Exception;
}
