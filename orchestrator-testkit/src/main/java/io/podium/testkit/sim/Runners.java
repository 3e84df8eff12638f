package io.podium.testkit.sim;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads of a simulation: the one that drives it, and as many virtual ones as tasks were ever parked at once. */
final class Runners {
    private static final Logger log = LoggerFactory.getLogger(SimulatedDispatcher.class);

    private final Simulation simulation;
    private final ArrayDeque<Runner> idle = new ArrayDeque<>();
    private Runner driver = Runner.ofCaller();
    private int made;

    Runners(Simulation simulation) {
        this.simulation = simulation;
    }

    Runner driver() {
        return driver;
    }

    void adoptCaller() {
        driver = Runner.ofCaller();
    }

    void retire(Runner runner) {
        idle.addLast(runner);
    }

    /** Passes the baton to whoever is to run the picked task, or back to the driving thread if there is none. */
    void hand(@Nullable SimTask picked) {
        if (picked == null) {
            driver.pass();
        } else if (picked.runner != null) {
            picked.runner.pass();
        } else {
            var waiting = idle.pollLast();
            var runner = waiting != null ? waiting : Runner.started(simulation, ++made);
            runner.assigned = picked;
            runner.pass();
        }
    }

    /** Ends all threads but the driving one. */
    void dismiss() {
        try {
            while (!idle.isEmpty()) {
                idle.removeLast().dismiss();
                made--;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (made > 0) {
            log.atError().addKeyValue("threads", made).log("Threads of a simulation are left behind");
        }
    }
}
