package io.podium.collect;

import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A walk over the entries of an {@link OrderedView} in the order of keys. It begins before an entry:
 *
 * <pre>{@code
 * for (var at = pods.cursor("/pods/default/"); at.next(); ) {
 *     visit(at.key(), at.value());
 * }
 * }</pre>
 *
 * <p>Not for use by two threads at once. A cursor over a map that is written to meanwhile is of no use; one over a
 * snapshot always is.
 *
 * @param <K> the keys
 * @param <V> the values
 */
public final class OrderedCursor<K extends Comparable<? super K>, V> {
    /** The branches from the root down to the leaf, and the child taken in each. */
    private final Branch[] path;

    private final int[] taken;
    private int depth;
    private Leaf leaf;
    private int index;

    /** Stands before the first key that is at least {@code from}; before the first of all if that is null. */
    OrderedCursor(Node root, @Nullable K from) {
        int height = root.height();
        path = new Branch[height];
        taken = new int[height];
        Node node = root;
        while (node instanceof Branch branch) {
            push(branch, from == null ? 0 : branch.childFor(from));
            node = branch.children[taken[depth - 1]];
        }
        leaf = (Leaf) node;
        index = (from == null ? 0 : leaf.firstAtLeast(from)) - 1;
    }

    /**
     * Moves to the next entry.
     *
     * @return false if there is none, and then for ever
     */
    public boolean next() {
        if (index + 1 < leaf.size) {
            index++;
            return true;
        }
        return nextLeaf();
    }

    /**
     * Returns the key of the present entry.
     *
     * @return its key
     * @throws NoSuchElementException before the first and after the last {@link #next}
     */
    @SuppressWarnings("unchecked") // only keys of type K are put in
    public K key() {
        return (K) leaf.keys[checkedIndex()];
    }

    /**
     * Returns the value of the present entry.
     *
     * @return its value
     * @throws NoSuchElementException before the first and after the last {@link #next}
     */
    @SuppressWarnings("unchecked") // only values of type V are put in
    public V value() {
        return (V) leaf.values[checkedIndex()];
    }

    /** How many entries the present block still has from the next one on; the next call to {@link #skipBlock} skips them. */
    int blockRemaining() {
        return leaf.size - index - 1;
    }

    /** The last key of the present block, or null if the block is empty. */
    @Nullable
    Object blockEnd() {
        return leaf.size == 0 ? null : leaf.keys[leaf.size - 1];
    }

    /** Moves before the first entry of the next block. */
    boolean skipBlock() {
        if (!nextLeaf()) {
            return false;
        }
        index--;
        return true;
    }

    private int checkedIndex() {
        if (index < 0 || index >= leaf.size) {
            throw new NoSuchElementException("the cursor stands on no entry; call next() and heed its answer");
        }
        return index;
    }

    private boolean nextLeaf() {
        while (depth > 0 && taken[depth - 1] + 1 >= path[depth - 1].size) {
            depth--;
        }
        if (depth == 0) {
            index = leaf.size;
            return false;
        }
        Node node = path[depth - 1].children[++taken[depth - 1]];
        while (node instanceof Branch branch) {
            push(branch, 0);
            node = branch.children[0];
        }
        leaf = (Leaf) node;
        index = 0;
        return true;
    }

    private void push(Branch branch, int child) {
        path[depth] = branch;
        taken[depth++] = child;
    }
}
