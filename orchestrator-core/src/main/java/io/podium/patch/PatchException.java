package io.podium.patch;

import java.io.Serial;

/** Says why a patch could not be applied. */
public final class PatchException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    /** What is wrong, as far as a client can act on it. */
    public enum Reason {
        /** The patch is no patch, whatever the document: HTTP 400. */
        MALFORMED,
        /** The patch does not fit the document, as when a path does not exist or a test fails: HTTP 422. */
        UNFIT,
        /** The patch has more operations, or copies more, than is allowed: HTTP 413. */
        TOO_LARGE
    }

    /** What is wrong. */
    private final Reason reason;

    private PatchException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    static PatchException malformed(String message) {
        return new PatchException(Reason.MALFORMED, message);
    }

    static PatchException unfit(String message) {
        return new PatchException(Reason.UNFIT, message);
    }

    static PatchException tooLarge(String message) {
        return new PatchException(Reason.TOO_LARGE, message);
    }

    /**
     * What is wrong.
     *
     * @return a sentence, never null
     */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /**
     * What is wrong.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }
}
