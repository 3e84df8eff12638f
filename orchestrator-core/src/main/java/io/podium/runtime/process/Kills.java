package io.podium.runtime.process;

import io.podium.api.dispatch.Dispatcher;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Kills processes and waits until they are gone: on a busy machine the killed run on, and write, until a processor has time for their end. */
final class Kills {
    private static final Duration LOOK = Duration.ofMillis(2);

    /** After that they wait for a device or a file system that does not answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Kills() {}

    /**
     * Kills what is found until nothing is found: a program may start another while it is being killed.
     *
     * @param search finds the living
     * @return how many were found at most at once
     */
    static int untilNone(Dispatcher dispatcher, Supplier<List<Long>> search) throws InterruptedException {
        long begun = dispatcher.nanos();
        int most = 0;
        for (var found = search.get(); !found.isEmpty(); found = search.get()) {
            most = Math.max(most, found.size());
            found.forEach(ProcessTable::kill);
            if (dispatcher.nanos() - begun > PATIENCE.toNanos()) {
                break;
            }
            dispatcher.sleep(LOOK);
        }
        return most;
    }
}
