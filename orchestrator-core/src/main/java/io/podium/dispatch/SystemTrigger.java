package io.podium.dispatch;

import io.podium.api.dispatch.Trigger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A trigger that starts one virtual thread per burst: what is fired during a run is run by the same thread. */
final class SystemTrigger implements Trigger {
    private enum State {
        IDLE,
        /** A thread is on its way; the run has not begun. */
        QUEUED,
        RUNNING,
        /** Fired since the run began: one more run follows. */
        AGAIN,
        CANCELLED
    }

    private final SystemScope scope;
    private final String name;
    private final Runnable work;
    private final Starter starter;
    private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);
    private volatile @Nullable Thread runner;

    SystemTrigger(SystemScope scope, String name, Runnable work, Starter starter) {
        this.scope = scope;
        this.name = name;
        this.work = work;
        this.starter = starter;
    }

    @Override
    public void fire() {
        if (state.get() == State.QUEUED || state.get() == State.AGAIN) {
            return;
        }
        var before = state.getAndUpdate(SystemTrigger::fired);
        if (before == State.IDLE) {
            starter.start(name, this::runBurst);
        }
    }

    private static State fired(State before) {
        return switch (before) {
            case IDLE -> State.QUEUED;
            case RUNNING -> State.AGAIN;
            case QUEUED, AGAIN, CANCELLED -> before;
        };
    }

    private void runBurst() {
        runner = Thread.currentThread();
        do {
            if (!enter()) {
                return;
            }
            scope.guard(name, work);
        } while (!state.compareAndSet(State.RUNNING, State.IDLE) && !scope.isClosed());
    }

    /** Begins a run, unless cancelled. */
    private boolean enter() {
        return state.compareAndSet(State.QUEUED, State.RUNNING) || state.compareAndSet(State.AGAIN, State.RUNNING);
    }

    @Override
    public void cancel() {
        var before = state.getAndSet(State.CANCELLED);
        var running = runner;
        if (running != null && (before == State.RUNNING || before == State.AGAIN)) {
            running.interrupt();
        }
    }
}
