package io.podium.collect;

import java.util.Arrays;

/**
 * A block of up to {@value #CAPACITY} sorted keys of an {@link OrderedMap}. Its owner may change it in place; anybody
 * else copies it first.
 */
abstract sealed class Node permits Leaf, Branch {
    /** Wide enough that a hundred thousand keys are three levels, narrow enough that a copy is some cache lines. */
    static final int CAPACITY = 64;

    /** A block smaller than this is joined or evened out with a neighbour. */
    static final int MINIMUM = 16;

    final Object owner;
    final Object[] keys;
    int size;

    Node(Object owner, Object[] keys, int size) {
        this.owner = owner;
        this.keys = keys;
        this.size = size;
    }

    abstract Node copyFor(Object newOwner);

    /** Moves everything from {@code at} on into a new block to the right. */
    abstract Node splitAt(int at);

    /** Takes the first {@code count} elements of the block to the right, whose lower bound is given. */
    abstract void takeFromRight(Node right, int count, Object rightBound);

    /** Gives the last {@code count} elements to the block to the right, whose lower bound is given. */
    abstract void giveToRight(Node right, int count, Object rightBound);

    abstract int height();

    boolean isFull() {
        return size == CAPACITY;
    }

    /** The index of a key at or after {@code low}, or the bitwise complement of where it would stand. */
    @SuppressWarnings("unchecked") // keys of one map are mutually comparable
    final int find(Object key, int low) {
        var sought = (Comparable<Object>) key;
        int lo = low;
        int hi = size - 1;
        while (lo <= hi) {
            int middle = (lo + hi) >>> 1;
            int order = sought.compareTo(keys[middle]);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                hi = middle - 1;
            } else {
                lo = middle + 1;
            }
        }
        return ~lo;
    }

    /** Opens a gap of {@code count} at {@code at}; the caller adjusts {@link #size} when all arrays are moved. */
    final void openGap(Object[] array, int at, int count) {
        System.arraycopy(array, at, array, at + count, size - at);
    }

    /** Closes a gap of {@code count} at {@code at} and forgets what fell off the end. */
    final void closeGap(Object[] array, int at, int count) {
        System.arraycopy(array, at + count, array, at, size - at - count);
        Arrays.fill(array, size - count, size, null);
    }
}
