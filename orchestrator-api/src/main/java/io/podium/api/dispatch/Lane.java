package io.podium.api.dispatch;

/**
 * Runs tasks one after another, in the order in which they were given, never two at once. It uses no thread while empty.
 * An exception ends one task, not the lane.
 */
public interface Lane {

    /**
     * Adds a task to the end.
     *
     * @param work what to run; it may block, and then holds up the lane
     * @return false, and the task will never run, if the lane is full or its scope closed
     */
    boolean offer(Runnable work);

    /**
     * How many tasks wait, without the one that runs.
     *
     * @return from zero to the capacity
     */
    int waiting();
}
