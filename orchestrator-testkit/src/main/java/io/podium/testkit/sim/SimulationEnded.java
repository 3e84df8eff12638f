package io.podium.testkit.sim;

/** Thrown out of every wait once the simulation has been closed; no exception, so that tasks do not handle it. */
final class SimulationEnded extends Error {
    private static final long serialVersionUID = 1L;

    SimulationEnded() {
        super("the simulation has ended", null, false, false);
    }
}
