package io.podium.api.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Runs the tasks of one component and is its only source of time, randomness and waiting. A component receives its
 * dispatcher by constructor and uses nothing else: no {@code Thread}, no {@code System.nanoTime}, no executor, no
 * {@code UUID.randomUUID}.
 *
 * <p>A dispatcher is a <em>scope</em>: it has a name, may have {@linkplain #child children}, and {@link #close} ends
 * everything that was started in it. Whoever makes a child closes it.
 *
 * <h2>Rules for tasks</h2>
 *
 * <ul>
 *   <li>A task may block, but only in {@link #sleep}, {@link Signal#await}, {@link Promise#await}, {@link Task#join} and
 *       {@link #blocking}. In a simulation these are the only places where another task can run, so code between two
 *       of them is atomic there. Never hold a lock across one of them.
 *   <li>Locks ({@code ReentrantLock}) and atomics for short critical sections are fine: they never wait in a simulation.
 *   <li>An exception that leaves a task is logged once, with the task's name, and ends that task only; a periodic task
 *       runs again at its next period.
 *   <li>Cancelling or closing interrupts: a task that blocks gets {@link InterruptedException} and should end.
 * </ul>
 *
 * <h2>Being at rest</h2>
 *
 * <p>A simulation is <em>idle</em> when no task is ready and no timer is left but those that stand by for something that
 * may never happen: {@link #every} and {@link #standby}. Declare heartbeats, resyncs, expiry and watch time-outs with
 * these; use {@link #schedule} for work that is owed (a retry, a requeue). A task that waits without time limit on a
 * {@link Signal} is at rest too. Prefer a {@link Trigger} to a task that waits in a loop: it costs nothing between bursts.
 *
 * <p>All methods may be called from any thread in production; in a simulation from its tasks and from the thread that
 * drives it, nowhere else.
 */
public interface Dispatcher extends AutoCloseable {

    /**
     * The label of this scope: its parent's label, a slash, and the name it was made with.
     *
     * @return for example {@code podium-test/node-a/pods}
     */
    String name();

    /**
     * The wall clock. It may step in either direction; measure durations with {@link #nanos}.
     *
     * @return the present time
     */
    Instant now();

    /**
     * Monotonic time for measuring durations; comparable only within one process. Timers run on it.
     *
     * @return nanoseconds since an arbitrary origin
     */
    long nanos();

    /**
     * The randomness of this scope. In a simulation each scope draws from a stream of its own, so that a draw in one
     * component does not shift what another one gets.
     *
     * @return a source that may be shared by the tasks of this scope
     */
    RandomSource random();

    /**
     * A named stream of randomness within this scope, independent of {@link #random()} and of other names. The same name
     * continues the same stream.
     *
     * @param stream what the draws decide, for example {@code backoff}
     * @return the stream of that name
     */
    RandomSource random(String stream);

    /**
     * Runs a task soon, on a thread of its own where it may block. After {@link #close} the task never runs, and the
     * handle returned is done.
     *
     * @param name what the task does, for logs, thread dumps and simulation errors
     * @param work what to run
     * @return a handle on the task
     */
    Task execute(String name, Runnable work);

    /**
     * Runs a task that is owed, once, after a delay. Until then the dispatcher is not {@linkplain Dispatcher idle}.
     *
     * @param name what the task does
     * @param delay how long to wait; zero or negative means soon
     * @param work what to run, on a thread of its own where it may block
     * @return a handle whose {@link Task#cancel} removes the timer
     */
    Task schedule(String name, Duration delay, Runnable work);

    /**
     * Like {@link #schedule}, for something that does not keep the dispatcher from being {@linkplain Dispatcher idle}: the
     * expiry of a thing at rest, the time-out of a watch, the deadline of a call.
     *
     * @param name what the task does
     * @param delay how long to wait; zero or negative means soon
     * @param work what to run, on a thread of its own where it may block
     * @return a handle whose {@link Task#cancel} removes the timer
     */
    Task standby(String name, Duration delay, Runnable work);

    /**
     * Runs a task periodically until it is cancelled. Runs never overlap: the next one is due a whole
     * number of periods after the previous one was due; periods missed by a long run or a standstill are left out.
     *
     * @param name what the task does
     * @param first delay before the first run; zero or negative means soon
     * @param period time from one due time to the next, positive
     * @param work what to run, on a thread of its own where it may block
     * @return a handle that is done once cancelled
     * @throws IllegalArgumentException if {@code period} is not positive
     */
    Task every(String name, Duration first, Duration period, Runnable work);

    /**
     * Runs one task that reads a stream to its end or waits on the outside world for long: a process' output, a daemon's
     * event stream. In production it has a platform thread of its own, outside the pool of {@link #blocking}. Interrupting
     * it may not wake it: close what it reads before closing the scope.
     *
     * @param name what the task does, also the thread's name
     * @param work what to run
     * @return a handle on the task
     */
    Task pump(String name, Runnable work);

    /**
     * Makes a call that may block the thread it runs on: a runtime, a process, a file. In production it runs on a bounded
     * pool of platform threads, and callers wait their turn when all are busy, so a call must end soon ({@link #pump} is
     * for those that do not). In a simulation it runs at once, or after a delay that the seed chose.
     *
     * @param <T> what the call returns
     * @param name what the call does
     * @param call the call; interrupted when the caller is
     * @return the call's result
     * @throws InterruptedException if the caller is interrupted, or the scope closed, before the call has ended
     * @throws Exception what the call threw
     */
    <T> T blocking(String name, Callable<T> call) throws Exception;

    /**
     * Lets the calling task wait.
     *
     * @param duration how long; zero or negative only lets other tasks go first
     * @throws InterruptedException if the task is cancelled or its scope closed
     */
    void sleep(Duration duration) throws InterruptedException;

    /**
     * Makes a signal on which tasks can wait for other tasks.
     *
     * @param name what is waited for, shown when a simulation finds that nobody will ever signal it
     * @return a new signal
     */
    Signal signal(String name);

    /**
     * Makes a promise: a value that one task will provide and others wait for.
     *
     * @param <T> type of the value
     * @param name what is waited for
     * @return a new, incomplete promise
     */
    default <T> Promise<T> promise(String name) {
        return new Promise<>(signal(name));
    }

    /**
     * Makes a lane: tasks given to it run one after another, in order.
     *
     * @param name what its tasks do
     * @param capacity how many tasks may wait in it, at least 1
     * @return a new lane of this scope
     * @throws IllegalArgumentException if {@code capacity} is less than 1
     */
    Lane lane(String name, int capacity);

    /**
     * Makes a trigger for work that should run soon after something changed, however often it changed meanwhile.
     *
     * @param name what the work does
     * @param work what to run, on a thread where it may block; never twice at once
     * @return a new trigger of this scope, not yet fired
     */
    Trigger trigger(String name, Runnable work);

    /**
     * Makes a lane like {@link #lane} for work that nobody waits for: when there is much to do, its tasks get their turn
     * less often than others, but they do get it. In a simulation it is a lane like others.
     *
     * @param name what its tasks do, each in a short time
     * @param capacity how many tasks may wait in it, at least 1
     * @return a new lane of this scope
     * @throws IllegalArgumentException if {@code capacity} is less than 1
     */
    default Lane backgroundLane(String name, int capacity) {
        return lane(name, capacity);
    }

    /**
     * Makes a trigger like {@link #trigger} for work of which there is much and which can wait: when there is other work
     * to do, its runs get their turn less often, but they do get it. In a simulation it is a trigger like others.
     *
     * @param name what the work does
     * @param work what to run, in a short time; never twice at once
     * @return a new trigger of this scope, not yet fired
     */
    default Trigger backgroundTrigger(String name, Runnable work) {
        return trigger(name, work);
    }

    /**
     * What is known about standstills of this process, the same in all its scopes.
     *
     * @return a view whose listeners run as tasks of this scope
     */
    Pauses pauses();

    /**
     * Opens a scope within this one. It must be closed by its maker, and is closed with its parent at the latest.
     *
     * @param name the last part of its label, unique among the open children so that logs and simulations can tell them
     *     apart
     * @return the new scope
     */
    Dispatcher child(String name);

    /**
     * The tasks of this scope and its children that are running or waiting for a timer, one line each.
     *
     * @return label and state per task, in the order in which they were started
     */
    List<String> liveTasks();

    /**
     * Whether {@link #close} has been called on this scope or one around it.
     *
     * @return true once closing has begun
     */
    boolean isClosed();

    /**
     * Ends this scope: its children first, then its timers are cancelled, running tasks interrupted and waited for. A task
     * that does not end within ten seconds is logged by name and left behind. A task may close its own scope; it is then
     * not waited for. Closing again does nothing.
     */
    @Override
    void close();
}
