package io.podium.api.meta;

/** A JSON truth value. */
public enum JsonBool implements Json {
    /** {@code false}. */
    FALSE,
    /** {@code true}. */
    TRUE;

    /**
     * The truth value as Java has it.
     *
     * @return whether this is {@link #TRUE}
     */
    public boolean value() {
        return this == TRUE;
    }

    @Override
    public String toString() {
        return this == TRUE ? "true" : "false";
    }
}
