package io.podium.testkit;

import java.util.concurrent.atomic.LongAdder;

/** How many probes were answered. */
final class ProbeCount {
    private final LongAdder count = new LongAdder();

    void add() {
        count.increment();
    }

    long count() {
        return count.sum();
    }
}
