package io.podium.testkit;

/** How many probes were answered. Used by one simulation, which runs one task at a time. */
final class ProbeCount {
    private long count;

    void add() {
        count++;
    }

    long count() {
        return count;
    }
}
