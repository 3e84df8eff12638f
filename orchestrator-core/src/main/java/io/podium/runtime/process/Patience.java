package io.podium.runtime.process;

import io.podium.api.dispatch.Dispatcher;
import io.podium.api.dispatch.Task;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Waits for what comes soon, or never: output whose pipe something may hold for ever. Time in which the JVM stood still does not count, because
 * nobody could have come.
 */
final class Patience {
    private static final Duration LOOK = Duration.ofMillis(5);
    private static final Duration SLICE = Duration.ofMillis(200);

    private final Dispatcher dispatcher;
    private final long due;

    private Patience(Dispatcher dispatcher, long due) {
        this.dispatcher = dispatcher;
        this.due = due;
    }

    /** From now on, for all that is waited for. */
    static Patience of(Dispatcher dispatcher, Duration most) {
        return new Patience(dispatcher, dispatcher.pauses().awakeNanos() + most.toNanos());
    }

    private boolean isOver() {
        return dispatcher.pauses().awakeNanos() - due >= 0;
    }

    /** Waits for a task; false if patience is over before it is done. */
    boolean join(Task task) throws InterruptedException {
        boolean done = task.join(SLICE);
        while (!done && !isOver()) {
            done = task.join(SLICE);
        }
        return done;
    }

    /** Looks again and again whether something holds. */
    void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean() && !isOver()) {
            dispatcher.sleep(LOOK);
        }
    }
}
