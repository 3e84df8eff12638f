package io.podium.codec;

import org.jspecify.annotations.Nullable;

/**
 * A table in which each string has two places, chosen by its hash: what was asked for twice sits in the first, what is new in the
 * second. So a stream of strings that never come again (uids, pod names) cannot push out those that do.
 *
 * <p>Threads race on the table without harm: strings are safe to publish so, and a lost write costs one more copy.
 */
final class BoundedInterner implements Interner {
    private static final int MAX_CAPACITY = 1 << 24;

    /** Longer strings are seldom shared, and comparing them costs. */
    private static final int MAX_LENGTH = 256;

    private final @Nullable String[] table;
    private final int mask;

    BoundedInterner(int capacity) {
        if (capacity < 1 || capacity > MAX_CAPACITY) {
            throw new IllegalArgumentException("capacity must be from 1 to " + MAX_CAPACITY + ", was " + capacity);
        }
        int size = Math.max(2, Integer.highestOneBit(capacity * 2 - 1));
        this.table = new @Nullable String[size];
        this.mask = size - 2;
    }

    @Override
    public String intern(String text) {
        if (text.isEmpty()) {
            return "";
        }
        if (text.length() > MAX_LENGTH) {
            return text;
        }
        int hash = text.hashCode();
        int at = ((hash ^ (hash >>> 15)) * 2) & mask;
        var proven = table[at];
        if (proven != null && proven.equals(text)) {
            return proven;
        }
        var newest = table[at + 1];
        if (newest != null && newest.equals(text)) {
            table[at] = newest;
            table[at + 1] = proven;
            return newest;
        }
        table[at + 1] = text;
        return text;
    }
}
