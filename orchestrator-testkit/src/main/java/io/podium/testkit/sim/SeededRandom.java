package io.podium.testkit.sim;

import io.podium.api.dispatch.RandomSource;

/**
 * SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014), written out because a history must
 * not depend on the JDK's choice of algorithm.
 */
final class SeededRandom implements RandomSource {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    SeededRandom(long seed) {
        state = mix(seed);
    }

    /** The stream that belongs to a name, unrelated to the streams of other names and seeds. */
    static SeededRandom named(long seed, String name) {
        long hash = mix(seed);
        for (int i = 0; i < name.length(); i++) {
            hash = mix(hash + GOLDEN + name.charAt(i));
        }
        return new SeededRandom(hash);
    }

    @Override
    public long nextLong() {
        state += GOLDEN;
        return mix(state);
    }

    static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
