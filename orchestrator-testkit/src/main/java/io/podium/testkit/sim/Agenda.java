package io.podium.testkit.sim;

import io.podium.dispatch.Nanos;
import io.podium.dispatch.TimerHeap;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What could run now, what is due later, and what time it is. Moves tasks between their states, but runs none. */
final class Agenda {
    static final long NEVER = Long.MAX_VALUE;
    static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

    private final ReadyTasks ready;
    private final TimerHeap<SimTask> timers = new TimerHeap<>();
    private long owedTimers;
    private volatile long now; // written by the holder of the baton; volatile for whoever only reads the time
    private volatile Instant wallStart = START;

    Agenda(ReadyTasks ready) {
        this.ready = ready;
    }

    // Time

    long now() {
        return now;
    }

    Instant wallTime() {
        return wallStart.plusNanos(now);
    }

    void stepWallClock(Duration step) {
        wallStart = wallStart.plus(step);
    }

    /** Lets time pass in which nothing runs; what is due meanwhile stays due. */
    void passTo(long time) {
        now = Math.max(now, time);
    }

    /** Virtual time after a delay from now. */
    long after(Duration delay) {
        return now + Nanos.ofDelay(delay);
    }

    /** What is left until a task's timer is due. */
    Duration untilDue(SimTask task) {
        return Duration.ofNanos(Math.max(0, task.dueAt - now));
    }

    // Tasks

    void makeReady(SimTask task) {
        task.state = SimTask.State.READY;
        ready.add(task);
    }

    void arm(SimTask task, long due) {
        task.state = SimTask.State.ARMED;
        addTimer(task, due, task.claim);
    }

    void disarm(SimTask task) {
        removeTimer(task, task.claim);
    }

    /** Notes that a running task waits, until it is woken or the deadline passes. */
    void park(SimTask task, long deadline) {
        task.state = SimTask.State.PARKED;
        task.timedOut = false;
        if (deadline != NEVER) {
            addTimer(task, deadline, SimTask.Claim.OWED);
        }
    }

    /** Makes a parked task ready, and takes it out of all that it waits for. */
    void unpark(SimTask task) {
        removeTimer(task, SimTask.Claim.OWED);
        if (task.awaited != null) {
            task.awaited.desert(task);
            task.awaited = null;
        }
        makeReady(task);
    }

    /** Takes a task that waits out of everything, without making it ready. */
    void withdraw(SimTask task) {
        if (task.state == SimTask.State.PARKED) {
            unpark(task);
        }
        ready.remove(task);
    }

    private void addTimer(SimTask task, long due, SimTask.Claim claim) {
        task.dueAt = due;
        timers.add(task, due);
        if (claim == SimTask.Claim.OWED) {
            owedTimers++;
        }
    }

    private void removeTimer(SimTask task, SimTask.Claim claim) {
        if (timers.remove(task) && claim == SimTask.Claim.OWED) {
            owedTimers--;
        }
    }

    // Choice

    /** The task that the seed picks among those that are ready, or null. */
    @Nullable
    SimTask takeReady() {
        return ready.take();
    }

    boolean owesNothing() {
        return owedTimers == 0;
    }

    /** When the next timer is due, or {@link #NEVER}. */
    long nextDue() {
        var first = timers.peek();
        return first == null ? NEVER : first.due();
    }

    /** Moves on to the next timer and makes ready all that is due by then. */
    void advance() {
        passTo(nextDue());
        for (var task = timers.poll(now); task != null; task = timers.poll(now)) {
            fire(task);
        }
    }

    private void fire(SimTask task) {
        boolean parked = task.state == SimTask.State.PARKED;
        if (parked || task.claim == SimTask.Claim.OWED) {
            owedTimers--;
        }
        if (parked) {
            task.timedOut = true;
            unpark(task);
        } else {
            makeReady(task);
        }
    }
}
