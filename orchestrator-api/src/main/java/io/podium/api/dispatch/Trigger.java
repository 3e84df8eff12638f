package io.podium.api.dispatch;

/**
 * Coalesces requests to do the same work: after each {@link #fire} the work runs at least once from its beginning, and
 * never twice at once. A hundred calls while it runs lead to one more run. Between bursts it costs no thread.
 */
public interface Trigger {

    /** Asks for a run that begins after this call. Does nothing once the scope or the trigger is closed. Never blocks. */
    void fire();

    /** Ends the trigger: no run begins any more, and one that is running is interrupted. */
    void cancel();
}
