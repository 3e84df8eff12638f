package io.podium.api.dispatch;

import java.time.Duration;

/** A piece of work that a {@link Dispatcher} runs now, later or again and again. */
public interface Task {

    /**
     * What the task does, as given when it was started.
     *
     * @return the name
     */
    String name();

    /**
     * Ends the task: if it has not begun, it never will; if it is running, it is interrupted; if it is periodic, it does
     * not run again. Returns at once; {@link #join} waits until a running task has ended.
     */
    void cancel();

    /**
     * Whether nothing of the task is running and nothing will run any more.
     *
     * @return true once it has ended, by itself, by an exception or by cancellation
     */
    boolean isDone();

    /**
     * Waits until the task {@linkplain #isDone is done}, however it ended.
     *
     * @param atMost how long to wait
     * @return whether it is done
     * @throws InterruptedException if the waiting task is interrupted
     * @throws IllegalStateException if a task waits for itself
     */
    boolean join(Duration atMost) throws InterruptedException;

    /**
     * Waits without limit until the task {@linkplain #isDone is done}, however it ended.
     *
     * @throws InterruptedException if the waiting task is interrupted
     * @throws IllegalStateException if a task waits for itself
     */
    void join() throws InterruptedException;
}
