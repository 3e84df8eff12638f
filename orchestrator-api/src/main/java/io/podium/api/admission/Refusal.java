package io.podium.api.admission;

/** Says that a write is not admitted; the client gets {@code 403 Forbidden} with the message. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A refusal.
     *
     * @param message why, with the value at fault and what to do instead
     */
    public Refusal(String message) {
        super(message, null, false, false);
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
}
