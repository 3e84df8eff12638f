package io.podium.agent;

/** Something that a container needs to know cannot be had: its message is what users read in the container's status. */
final class ConfigFailure extends Exception {
    private static final long serialVersionUID = 1L;

    ConfigFailure(String message) {
        super(message);
    }
}
