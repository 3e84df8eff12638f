package io.podium.api.meta;

import io.podium.api.dispatch.RandomSource;

/** Names made up for objects that were created with {@code metadata.generateName}. */
public final class Names {
    /** Letters and digits that form no words and are not mistaken for each other. */
    private static final String ALPHABET = "bcdfghjklmnpqrstvwxz2456789";

    private static final int SUFFIX = 5;
    private static final int MAX_BASE = DnsNames.MAX_LABEL - SUFFIX;

    private Names() {}

    /**
     * Draws a name that begins like the base. It may be taken: some 14 million names share a base.
     *
     * @param base the beginning, commonly ending in a dash; cut to 58 characters
     * @param random where the suffix is drawn from
     * @return the base and five characters
     */
    public static String generate(String base, RandomSource random) {
        var kept = base.length() > MAX_BASE ? base.substring(0, MAX_BASE) : base;
        return kept + random.string(ALPHABET, SUFFIX);
    }

    /**
     * Draws a suffix as it stands in generated names.
     *
     * @param length how many characters, at least 0
     * @param random where they are drawn from
     * @return that many letters and digits
     */
    public static String suffix(int length, RandomSource random) {
        return random.string(ALPHABET, length);
    }
}
