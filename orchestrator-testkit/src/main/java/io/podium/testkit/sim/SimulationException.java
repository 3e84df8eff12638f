package io.podium.testkit.sim;

/** A simulation cannot go on as asked: nobody will end a wait, it does not come to rest, or time stands still. */
public final class SimulationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SimulationException(String message) {
        super(message);
    }
}
