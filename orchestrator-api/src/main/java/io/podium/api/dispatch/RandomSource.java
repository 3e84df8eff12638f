package io.podium.api.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * A stream of random numbers. In production it is unpredictable, fit for tokens; in a simulation the seed determines it.
 * May be used by several threads.
 */
@FunctionalInterface
public interface RandomSource {

    /**
     * Draws 64 random bits, from which all other methods are made.
     *
     * @return any long
     */
    long nextLong();

    /**
     * Draws an integer uniformly.
     *
     * @param bound exclusive upper limit, positive
     * @return from 0 to {@code bound - 1}
     * @throws IllegalArgumentException if {@code bound} is not positive
     */
    default int nextInt(int bound) {
        return (int) nextLong(bound);
    }

    /**
     * Draws a long uniformly.
     *
     * @param bound exclusive upper limit, positive
     * @return from 0 to {@code bound - 1}
     * @throws IllegalArgumentException if {@code bound} is not positive
     */
    default long nextLong(long bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound must be positive, was " + bound);
        }
        if (bound <= Integer.MAX_VALUE) {
            return ((nextLong() >>> 32) * bound) >>> 32; // bias below bound / 2^32
        }
        while (true) {
            long bits = nextLong() >>> 1;
            long drawn = bits % bound;
            if (bits - drawn + (bound - 1) >= 0) {
                return drawn;
            }
        }
    }

    /**
     * Draws a fraction uniformly.
     *
     * @return at least 0, less than 1
     */
    default double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /**
     * Tosses a weighted coin.
     *
     * @param probability of true, from 0 to 1
     * @return true in that share of the draws
     */
    default boolean chance(double probability) {
        return nextDouble() < probability;
    }

    /**
     * Draws a duration uniformly.
     *
     * @param from least result
     * @param to greatest result, not less than {@code from}
     * @return from {@code from} to {@code to}, both included, in nanoseconds
     */
    default Duration between(Duration from, Duration to) {
        long span = Math.addExact(to.minus(from).toNanos(), 1);
        return from.plusNanos(nextLong(span));
    }

    /**
     * Draws an element uniformly.
     *
     * @param <T> element type
     * @param choices at least one
     * @return one of them
     */
    default <T> T pick(List<T> choices) {
        return choices.get(nextInt(choices.size()));
    }

    /**
     * Draws a string of characters of an alphabet.
     *
     * @param alphabet the characters to draw from, each equally likely
     * @param length how many to draw
     * @return a string of that length
     */
    default String string(String alphabet, int length) {
        var drawn = new char[length];
        for (int i = 0; i < length; i++) {
            drawn[i] = alphabet.charAt(nextInt(alphabet.length()));
        }
        return new String(drawn);
    }

    /**
     * Draws a universally unique identifier of version 4 (RFC 9562, section 5.4).
     *
     * @return a new UUID
     */
    default UUID uuid() {
        long high = nextLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x4000L;
        long low = nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
