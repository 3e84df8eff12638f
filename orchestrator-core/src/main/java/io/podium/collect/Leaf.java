package io.podium.collect;

import java.util.Arrays;

/** A block of entries: the value of {@code keys[i]} is {@code values[i]}. */
final class Leaf extends Node {
    final Object[] values;

    Leaf(Object owner) {
        this(owner, new Object[CAPACITY], new Object[CAPACITY], 0);
    }

    private Leaf(Object owner, Object[] keys, Object[] values, int size) {
        super(owner, keys, size);
        this.values = values;
    }

    int find(Object key) {
        return find(key, 0);
    }

    int firstAtLeast(Object key) {
        int at = find(key, 0);
        return at < 0 ? ~at : at;
    }

    void insert(int at, Object key, Object value) {
        openGap(keys, at, 1);
        openGap(values, at, 1);
        keys[at] = key;
        values[at] = value;
        size++;
    }

    void delete(int at) {
        closeGap(keys, at, 1);
        closeGap(values, at, 1);
        size--;
    }

    @Override
    Leaf copyFor(Object newOwner) {
        return new Leaf(newOwner, keys.clone(), values.clone(), size);
    }

    @Override
    Leaf splitAt(int at) {
        var right = new Leaf(owner);
        right.size = size - at;
        System.arraycopy(keys, at, right.keys, 0, right.size);
        System.arraycopy(values, at, right.values, 0, right.size);
        Arrays.fill(keys, at, size, null);
        Arrays.fill(values, at, size, null);
        size = at;
        return right;
    }

    @Override
    void takeFromRight(Node neighbour, int count, Object rightBound) {
        var right = (Leaf) neighbour;
        System.arraycopy(right.keys, 0, keys, size, count);
        System.arraycopy(right.values, 0, values, size, count);
        size += count;
        right.closeGap(right.keys, 0, count);
        right.closeGap(right.values, 0, count);
        right.size -= count;
    }

    @Override
    void giveToRight(Node neighbour, int count, Object rightBound) {
        var right = (Leaf) neighbour;
        int from = size - count;
        right.openGap(right.keys, 0, count);
        right.openGap(right.values, 0, count);
        System.arraycopy(keys, from, right.keys, 0, count);
        System.arraycopy(values, from, right.values, 0, count);
        right.size += count;
        Arrays.fill(keys, from, size, null);
        Arrays.fill(values, from, size, null);
        size = from;
    }

    @Override
    int height() {
        return 0;
    }
}
