package io.podium.runtime.simulated;

import java.util.concurrent.atomic.AtomicInteger;

/** Gives the pods of all simulated nodes that share it an address each, in 10.0.0.0/8: sixteen million, one after another. */
public final class SimulatedNetwork {
    private static final int SIZE = 1 << 24;

    private final AtomicInteger next = new AtomicInteger();

    /** A network of which no address was given. */
    public SimulatedNetwork() {}

    /** The next number. */
    int claim() {
        return Math.floorMod(next.incrementAndGet(), SIZE);
    }

    static String address(int number) {
        return "10." + (number >>> 16 & 255) + "." + (number >>> 8 & 255) + "." + (number & 255);
    }
}
