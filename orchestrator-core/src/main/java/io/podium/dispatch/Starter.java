package io.podium.dispatch;

/** How a lane or a trigger gets a thread. */
@FunctionalInterface
interface Starter {

    /** Starts a task soon; never, if its scope is closed. */
    Object start(String task, Runnable work);
}
