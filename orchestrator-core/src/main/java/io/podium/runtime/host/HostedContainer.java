package io.podium.runtime.host;

import java.time.Duration;

/** How one runtime runs a container: as a process, as a function. */
public interface HostedContainer {

    /**
     * What is known of it.
     *
     * @return its state
     */
    HostContainer container();

    /**
     * Ends it, and returns when it has ended; one that does not run is left as it is.
     *
     * @param signal what it is asked with
     * @param grace how long it has before it is ended by force
     * @throws io.podium.api.runtime.RuntimeFailure if it goes on nevertheless
     */
    void stop(String signal, Duration grace);

    /** Gives up what it holds besides its state, such as files. It has ended. */
    default void release() {
        // most hold nothing
    }
}
