package io.podium.testkit.sim;

import io.podium.api.dispatch.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A signal whose waiters are parked tasks. A pulse makes them ready; the seed decides who goes first. */
final class SimSignal implements Signal {
    private final Simulation simulation;
    private final String name;
    private final List<SimTask> waiters = new ArrayList<>(1);
    private long count;

    SimSignal(Simulation simulation, String name) {
        this.simulation = simulation;
        this.name = name;
    }

    String name() {
        return name;
    }

    @Override
    public void pulse() {
        simulation.enter();
        count++;
        for (var waiter : waiters) {
            waiter.awaited = null;
            simulation.agenda.unpark(waiter);
        }
        waiters.clear();
    }

    /** Takes out a waiter that something else has woken. */
    void desert(SimTask waiter) {
        waiters.remove(waiter);
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public boolean await(long seen, Duration atMost) throws InterruptedException {
        return awaitUntil(seen, simulation.agenda.after(atMost));
    }

    @Override
    public void await(long seen) throws InterruptedException {
        while (count <= seen) {
            simulation.park(this, waiters, Agenda.NEVER);
        }
    }

    @Override
    public boolean await(BooleanSupplier condition, Duration atMost) throws InterruptedException {
        long deadline = simulation.agenda.after(atMost);
        long seen = count;
        while (!condition.getAsBoolean()) {
            if (!awaitUntil(seen, deadline)) {
                return condition.getAsBoolean();
            }
            seen = count;
        }
        return true;
    }

    private boolean awaitUntil(long seen, long deadline) throws InterruptedException {
        while (count <= seen) {
            if (simulation.agenda.now() >= deadline || simulation.park(this, waiters, deadline)) {
                return count > seen;
            }
        }
        return true;
    }
}
