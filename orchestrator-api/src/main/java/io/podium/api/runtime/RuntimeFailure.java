package io.podium.api.runtime;

/** A call that a {@link ContainerRuntime} could not carry out. */
public final class RuntimeFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    private final Code code;

    /** What went wrong. */
    public enum Code {
        /** There is no such image, and it cannot be had. */
        NO_SUCH_IMAGE,
        /** The image's name is no image name. */
        INVALID_IMAGE_NAME,
        /** The program does not exist, or is not executable. */
        NO_SUCH_COMMAND,
        /** There is no such sandbox or container. */
        NOT_FOUND,
        /** The container is not in a state in which that can be done. */
        WRONG_STATE,
        /** The runtime does not do that. */
        UNSUPPORTED,
        /** It took too long. */
        TIMEOUT,
        /** The calling task was interrupted. */
        INTERRUPTED,
        /** The daemon does not answer. */
        UNAVAILABLE,
        /** Something else; the message says what. */
        FAILED
    }

    /**
     * A failure.
     *
     * @param code what went wrong
     * @param message what users read: the object, the values, the remedy
     */
    public RuntimeFailure(Code code, String message) {
        super(message);
        this.code = code;
    }

    /**
     * A failure with a cause.
     *
     * @param code what went wrong
     * @param message what users read: the object, the values, the remedy
     * @param cause what was caught
     */
    public RuntimeFailure(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /**
     * What went wrong.
     *
     * @return the code
     */
    public Code code() {
        return code;
    }
}
