package io.podium.testkit.sim;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What the driving thread wants before it goes on, and why it got the baton back. */
final class Goal {
    enum Kind {
        /** A stretch of virtual time. */
        TIME,
        /** No ready task and no owed timer. */
        IDLE,
        /** A condition, checked whenever time is about to move on. */
        CONDITION,
        /** The driving thread itself sleeps or awaits something, like a task. */
        OWN_WAIT
    }

    final Kind kind;
    final long limit;
    private final @Nullable BooleanSupplier condition;
    boolean reached;
    boolean checked;
    private boolean checking;

    @Nullable
    RuntimeException failure;

    private @Nullable Error error;

    private Goal(Kind kind, long limit, @Nullable BooleanSupplier condition) {
        this.kind = kind;
        this.limit = limit;
        this.condition = condition;
    }

    static Goal time(long limit) {
        return new Goal(Kind.TIME, limit, null);
    }

    static Goal idle(long limit) {
        return new Goal(Kind.IDLE, limit, null);
    }

    static Goal condition(BooleanSupplier condition, long limit) {
        return new Goal(Kind.CONDITION, limit, condition);
    }

    static Goal ownWait(long limit) {
        return new Goal(Kind.OWN_WAIT, limit, null);
    }

    boolean wantsCheck() {
        return condition != null && !checked && !checking;
    }

    /** The task that checks the condition, which may itself wait. */
    Runnable check() {
        checked = true;
        checking = true;
        return () -> {
            try {
                reached = condition == null || condition.getAsBoolean();
            } catch (RuntimeException e) {
                failure = e;
            } catch (Error e) {
                error = e;
            }
            checking = false;
        };
    }

    boolean isOver() {
        return reached || failure != null || error != null;
    }

    /** Reports on the driving thread what ended the run. */
    void rethrow() {
        if (error != null) {
            throw error;
        }
        if (failure != null) {
            throw failure;
        }
    }
}
