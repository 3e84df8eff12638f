package io.podium.api.client;

import io.podium.api.meta.ApiObject;
import java.time.Duration;
import java.util.List;

/**
 * A stream of changes, in the order in which they were committed. Read by one thread at a time; any thread may close it.
 *
 * @param <T> the type of the objects
 */
public interface Watch<T extends ApiObject<T>> extends AutoCloseable {

    /**
     * The next events, without waiting.
     *
     * @return events in their order, empty if there are none yet, or the watch is closed
     * @throws ExpiredException if the watch fell behind the history; list again
     */
    List<WatchEvent<T>> poll();

    /**
     * The next events.
     *
     * @param atMost how long to wait for the first one
     * @return events in their order, empty if none came in time; empty at once if the watch is closed
     * @throws ExpiredException if the watch fell behind the history; list again
     * @throws InterruptedException if the calling task is interrupted
     */
    List<WatchEvent<T>> next(Duration atMost) throws InterruptedException;

    /** Ends the watch. Closing again does nothing. */
    @Override
    void close();
}
