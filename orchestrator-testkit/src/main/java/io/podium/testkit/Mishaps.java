package io.podium.testkit;

import io.podium.api.dispatch.Dispatcher;
import io.podium.api.dispatch.RandomSource;
import java.time.Duration;

/** Crashes nodes, cuts them off for a while, and starts controllers again, now and then. */
final class Mishaps implements AutoCloseable {
    private static final Duration PERIOD = Duration.ofSeconds(45);
    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Breakable cluster;
    private final Dispatcher dispatcher;
    private final RandomSource random;

    Mishaps(Breakable cluster, Dispatcher time) {
        this.cluster = cluster;
        this.dispatcher = time.child("mishaps");
        this.random = dispatcher.random("which");
        dispatcher.every("mishap", PERIOD, PERIOD, this::happen);
    }

    private void happen() {
        switch (random.nextInt(6)) {
            case 0 -> crash(random.pick(cluster.nodes()));
            case 1 -> cutOff(random.pick(cluster.nodes()));
            case 2, 3 -> cluster.restartController(random.pick(cluster.controllers()));
            default -> {} // a quiet time
        }
    }

    private void crash(String node) {
        cluster.crashNode(node);
        later("start " + node, () -> cluster.restartNode(node));
    }

    private void cutOff(String node) {
        cluster.faults().cutOff(node);
        later("reconnect " + node, () -> cluster.faults().reconnect(node));
    }

    private void later(String name, Runnable work) {
        var most = random.chance(0.2) ? LONGEST : LONG;
        dispatcher.schedule(name, random.between(SHORTEST, most), work);
    }

    @Override
    public void close() {
        dispatcher.close();
    }
}
