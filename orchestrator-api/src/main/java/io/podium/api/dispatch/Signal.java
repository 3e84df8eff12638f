package io.podium.api.dispatch;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * The way in which one task waits for another: it counts pulses, and a waiter sleeps until one comes.
 *
 * <p>Waiting on a condition is the usual form and cannot miss a pulse:
 *
 * <pre>{@code
 * // one task                              // another
 * queue.add(item);                         notEmpty.await(() -> !queue.isEmpty());
 * notEmpty.pulse();
 * }</pre>
 *
 * <p>Every pulse wakes all waiters, so a signal suits few waiters each. {@link #pulse} never blocks and runs no foreign code.
 */
public interface Signal {

    /** Wakes every task that waits now. Change what their conditions read before calling this. */
    void pulse();

    /**
     * How many pulses there have been; the argument of {@link #await(long, Duration)}.
     *
     * @return the count, from zero
     */
    long count();

    /**
     * Waits until there have been more than the given number of pulses. Read {@link #count} <em>before</em> checking what
     * you wait for, else a pulse between check and wait is lost.
     *
     * @param seen a count read earlier
     * @param atMost how long to wait
     * @return false if the time passed first
     * @throws InterruptedException if the waiting task is cancelled or its scope closed
     */
    boolean await(long seen, Duration atMost) throws InterruptedException;

    /**
     * Waits without time limit until there have been more than the given number of pulses.
     *
     * @param seen a count read earlier
     * @throws InterruptedException if the waiting task is cancelled or its scope closed
     */
    void await(long seen) throws InterruptedException;

    /**
     * Waits until a condition holds. It is evaluated by the waiting task, at once and after each pulse.
     *
     * @param condition cheap, and true only after a change that is followed by a {@link #pulse}
     * @throws InterruptedException if the waiting task is cancelled or its scope closed
     */
    default void await(BooleanSupplier condition) throws InterruptedException {
        long seen = count();
        while (!condition.getAsBoolean()) {
            await(seen);
            seen = count();
        }
    }

    /**
     * Waits until a condition holds, for a limited time.
     *
     * @param condition cheap, and true only after a change that is followed by a {@link #pulse}
     * @param atMost how long to wait in all
     * @return whether the condition held before the time passed
     * @throws InterruptedException if the waiting task is cancelled or its scope closed
     */
    boolean await(BooleanSupplier condition, Duration atMost) throws InterruptedException;
}
