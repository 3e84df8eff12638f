package io.podium.collect;

import java.util.Arrays;

/**
 * A block of blocks: {@code children[i]} holds keys of at least {@code keys[i]} and before {@code keys[i + 1]}. The
 * first bound is not looked at: whatever is smaller than the second belongs to the first child.
 */
final class Branch extends Node {
    final Node[] children;

    Branch(Object owner) {
        this(owner, new Object[CAPACITY], new Node[CAPACITY], 0);
    }

    private Branch(Object owner, Object[] keys, Node[] children, int size) {
        super(owner, keys, size);
        this.children = children;
    }

    int childFor(Object key) {
        int at = find(key, 1);
        return at < 0 ? ~at - 1 : at;
    }

    void insert(int at, Object bound, Node child) {
        openGap(keys, at, 1);
        openGap(children, at, 1);
        keys[at] = bound;
        children[at] = child;
        size++;
    }

    void delete(int at) {
        closeGap(keys, at, 1);
        closeGap(children, at, 1);
        size--;
    }

    @Override
    Branch copyFor(Object newOwner) {
        return new Branch(newOwner, keys.clone(), children.clone(), size);
    }

    @Override
    Branch splitAt(int at) {
        var right = new Branch(owner);
        right.size = size - at;
        System.arraycopy(keys, at, right.keys, 0, right.size);
        System.arraycopy(children, at, right.children, 0, right.size);
        Arrays.fill(keys, at, size, null);
        Arrays.fill(children, at, size, null);
        size = at;
        return right;
    }

    @Override
    void takeFromRight(Node neighbour, int count, Object rightBound) {
        var right = (Branch) neighbour;
        right.keys[0] = rightBound;
        System.arraycopy(right.keys, 0, keys, size, count);
        System.arraycopy(right.children, 0, children, size, count);
        size += count;
        right.closeGap(right.keys, 0, count);
        right.closeGap(right.children, 0, count);
        right.size -= count;
    }

    @Override
    void giveToRight(Node neighbour, int count, Object rightBound) {
        var right = (Branch) neighbour;
        int from = size - count;
        right.keys[0] = rightBound;
        right.openGap(right.keys, 0, count);
        right.openGap(right.children, 0, count);
        System.arraycopy(keys, from, right.keys, 0, count);
        System.arraycopy(children, from, right.children, 0, count);
        right.size += count;
        Arrays.fill(keys, from, size, null);
        Arrays.fill(children, from, size, null);
        size = from;
    }

    @Override
    int height() {
        int height = 1;
        for (Node node = children[0]; node instanceof Branch branch; node = branch.children[0]) {
            height++;
        }
        return height;
    }
}
