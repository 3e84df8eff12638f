package io.podium.dispatch;

import io.podium.api.dispatch.Task;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A task that its scope knows of until it is done, so that closing the scope can end it.
 *
 * <p>Cancelling and running race without a lock: {@link #cancel} sets the flag and then reads the runner, {@link #begin}
 * sets the runner and then reads the flag, so one of them always sees the other.
 */
abstract class LiveTask extends TimerHeap.Node implements Task {
    final SystemScope scope;
    private final String name;
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean cancelled;
    private volatile @Nullable Thread runner;

    /** Ran it last, and may not have ended. */
    private volatile @Nullable Thread tail;

    // The neighbours in the scope's list of live tasks; guarded by the list's lock.
    @Nullable
    LiveTask previous;

    @Nullable
    LiveTask next;

    LiveTask(SystemScope scope, String name) {
        this.scope = scope;
        this.name = name;
    }

    /** What it does at present, for {@link SystemScope#liveTasks}. */
    abstract String state();

    /** Takes it out of whatever it waits in, and finishes it if it was waiting there. */
    abstract void withdraw();

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final void cancel() {
        cancelled = true;
        withdraw();
        interrupt();
    }

    /** Interrupts the thread that it runs on, if there is one. */
    void interrupt() {
        var running = runner;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public final boolean isDone() {
        return done.getCount() == 0;
    }

    @Override
    public final boolean join(Duration atMost) throws InterruptedException {
        refuseOwnThread();
        return done.await(Nanos.ofDelay(atMost), TimeUnit.NANOSECONDS);
    }

    @Override
    public final void join() throws InterruptedException {
        refuseOwnThread();
        done.await();
    }

    final boolean isCancelled() {
        return cancelled;
    }

    final boolean hasThread() {
        return runner != null;
    }

    final boolean runsOnThisThread() {
        return runner == Thread.currentThread();
    }

    /** Claims the calling thread for this task; false if the task was cancelled before. */
    final boolean begin() {
        runner = Thread.currentThread();
        return !cancelled;
    }

    /** Gives the thread up. */
    void pause() {
        runner = null;
    }

    /** Tells those who wait that nothing will run any more. Harmless when repeated. */
    final void finish() {
        scope.live.remove(this);
        done.countDown();
    }

    /** Gives up the thread of one run, which ends by itself. */
    final void pauseForNextRun() {
        tail = runner;
        runner = null;
    }

    /** Waits until it is done and its thread, if it still has one, has ended. */
    final boolean joinThread(long nanos) throws InterruptedException {
        long deadline = System.nanoTime() + nanos;
        if (!done.await(nanos, TimeUnit.NANOSECONDS)) {
            return false;
        }
        return joined(tail, deadline) && joined(runner, deadline);
    }

    private static boolean joined(@Nullable Thread thread, long deadline) throws InterruptedException {
        return thread == null || thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
    }

    private void refuseOwnThread() {
        if (runsOnThisThread()) {
            throw new IllegalStateException("task " + this + " would wait for itself");
        }
    }

    @Override
    public final String toString() {
        return scope.name() + ": " + name;
    }
}
