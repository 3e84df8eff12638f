package io.podium.api.runtime;

/** Something that goes on until it is closed. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {
    /** Ends it. Closing again does nothing. */
    @Override
    void close();
}
