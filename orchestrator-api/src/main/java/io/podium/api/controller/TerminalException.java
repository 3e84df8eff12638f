package io.podium.api.controller;

/** Says that reconciling a key again would not help until something changes. */
public final class TerminalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure that is final.
     *
     * @param message what is wrong and who can mend it
     */
    public TerminalException(String message) {
        super(message);
    }
}
