package io.podium.testkit.sim;

import io.podium.api.dispatch.Task;
import io.podium.api.dispatch.Trigger;
import org.jspecify.annotations.Nullable;

/** A trigger each of whose runs is a task of its own, so that others can run between two of them. */
final class SimTrigger implements Trigger {
    private final SimScope scope;
    private final String name;
    private final Runnable work;
    private @Nullable Task run;
    private boolean running;
    private boolean again;
    private boolean cancelled;

    SimTrigger(SimScope scope, String name, Runnable work) {
        this.scope = scope;
        this.name = name;
        this.work = work;
    }

    @Override
    public void fire() {
        scope.simulation.enter();
        if (cancelled) {
            return;
        }
        if (running) {
            again = true;
        } else if (run == null) {
            run = scope.execute(name, this::runOnce);
        }
    }

    private void runOnce() {
        running = true;
        try {
            work.run();
        } finally {
            running = false;
            run = null;
            if (again) {
                again = false;
                fire();
            }
        }
    }

    @Override
    public void cancel() {
        cancelled = true;
        if (run != null) {
            run.cancel();
        }
    }
}
