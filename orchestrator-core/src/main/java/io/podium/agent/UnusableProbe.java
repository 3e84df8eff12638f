package io.podium.agent;

/** A probe that cannot be asked at all, by no fault of its container: what came of it counts for nothing. */
final class UnusableProbe extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableProbe(String message) {
        super(message);
    }
}
