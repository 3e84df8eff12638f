package io.podium.api.meta;

/** The JSON value {@code null}, which differs from a field that is not there. */
public enum JsonNull implements Json {
    /** The only one. */
    NULL;

    @Override
    public String toString() {
        return "null";
    }
}
