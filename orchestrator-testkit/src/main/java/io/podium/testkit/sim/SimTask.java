package io.podium.testkit.sim;

import io.podium.api.dispatch.Task;
import io.podium.dispatch.TimerHeap;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A task of a simulation, and the record of where it stands. All fields belong to the holder of the baton. */
final class SimTask extends TimerHeap.Node implements Task {

    enum State {
        /** Stands in the timer heap, not begun. */
        ARMED,
        /** Could run or go on. */
        READY,
        RUNNING,
        /** Begun, and waiting for a timer, a signal or both. */
        PARKED,
        DONE
    }

    /** Whether an idle simulation may have its timer. */
    enum Claim {
        OWED,
        STANDBY
    }

    final SimScope scope;
    private final String name;
    final Runnable work;
    final long period;
    final Claim claim;

    State state = State.READY;
    boolean cancelled;

    /** When its timer was last due. */
    long dueAt;

    /** The thread that its stack is on, once begun. */
    @Nullable
    Runner runner;

    /** Set by whoever wakes it from being parked. */
    boolean timedOut;

    boolean interrupted;

    @Nullable
    SimSignal awaited;

    private @Nullable SimSignal ended;

    // The neighbours among the scope's live tasks.
    @Nullable
    SimTask previous;

    @Nullable
    SimTask next;

    SimTask(SimScope scope, String name, long period, Claim claim, Runnable work) {
        this.scope = scope;
        this.name = name;
        this.period = period;
        this.claim = claim;
        this.work = work;
    }

    /** Equal for all tasks of the same name in the same scope, in every JVM. */
    long kindHash() {
        return scope.labelHash * 31L + name.hashCode();
    }

    boolean hasBegun() {
        return runner != null;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void cancel() {
        scope.simulation.cancel(this);
    }

    @Override
    public boolean isDone() {
        return state == State.DONE;
    }

    @Override
    public boolean join(Duration atMost) throws InterruptedException {
        return isDone() || ended().await(this::isDone, atMost);
    }

    @Override
    public void join() throws InterruptedException {
        if (!isDone()) {
            ended().await(this::isDone);
        }
    }

    private SimSignal ended() {
        scope.simulation.enter();
        if (scope.simulation.isCurrent(this)) {
            throw new IllegalStateException("task " + this + " would wait for itself");
        }
        var signal = ended;
        if (signal == null) {
            signal = new SimSignal(scope.simulation, "end of task " + name);
            ended = signal;
        }
        return signal;
    }

    /** Marks the end and wakes those who wait for it. */
    void finish() {
        state = State.DONE;
        runner = null;
        scope.forget(this);
        if (ended != null) {
            ended.pulse();
        }
    }

    /** One line for errors: what the task is and what it waits for. */
    String describe() {
        return this + ": "
                + switch (state) {
                    case ARMED -> "due in " + scope.simulation.agenda.untilDue(this);
                    case READY -> "ready";
                    case RUNNING -> "running";
                    case PARKED -> describeWait();
                    case DONE -> "done";
                };
    }

    private String describeWait() {
        var time = isWaiting() ? " for " + scope.simulation.agenda.untilDue(this) : "";
        return awaited == null ? "sleeps" + time : "awaits " + awaited.name() + time;
    }

    @Override
    public String toString() {
        return scope.name() + ": " + name;
    }
}
