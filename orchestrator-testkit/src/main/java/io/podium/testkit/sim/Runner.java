package io.podium.testkit.sim;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A thread that takes part in a simulation. Only the one that holds the baton runs; passing it is the one way in which
 * state moves from thread to thread, and the volatile flag is what makes that visible.
 */
final class Runner {
    private final Thread thread;
    private volatile boolean passed;
    private volatile boolean dismissed;

    /** The task to begin with, handed over together with the baton. */
    @Nullable
    SimTask assigned;

    private Runner(Thread thread) {
        this.thread = thread;
    }

    /** The thread that drives the simulation, which exists already. */
    static Runner ofCaller() {
        return new Runner(Thread.currentThread());
    }

    /** A new virtual thread that runs the simulation's loop whenever it is given the baton. */
    static Runner started(Simulation simulation, int number) {
        var slot = new Runner[1];
        var thread = Thread.ofVirtual().name("podium-sim-" + number).unstarted(() -> slot[0].serve(simulation));
        slot[0] = new Runner(thread);
        thread.start();
        return slot[0];
    }

    private void serve(Simulation simulation) {
        while (true) {
            awaitBaton();
            if (dismissed) {
                return;
            }
            simulation.loop(this);
        }
    }

    Thread thread() {
        return thread;
    }

    /** Lets this runner continue. The caller must touch the simulation no more until it gets the baton back. */
    void pass() {
        passed = true;
        LockSupport.unpark(thread);
    }

    /** Waits for the baton, whatever interrupts it. */
    void awaitBaton() {
        boolean received = receivesBaton();
        while (!received) {
            received = receivesBaton();
        }
    }

    /** Waits for the baton; false if the thread was interrupted before it came. */
    boolean receivesBaton() {
        while (!passed) {
            LockSupport.park(this);
            if (!passed && Thread.interrupted()) {
                return false;
            }
        }
        passed = false;
        return true;
    }

    /** Ends the thread, which must be waiting without a task. */
    void dismiss() throws InterruptedException {
        dismissed = true;
        pass();
        thread.join();
    }
}
