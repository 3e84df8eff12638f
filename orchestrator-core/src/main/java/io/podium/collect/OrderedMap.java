package io.podium.collect;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A sorted map that can be frozen in constant time: a B+-tree whose blocks are changed in place until a {@link
 * #snapshot} pins them, and copied before the next change from then on.
 *
 * <p>Who may change a block is settled by <em>ownership</em>. Each block remembers the token of the map that made it,
 * each map changes only blocks with its present token, and taking a snapshot gives the map a new token. So a write
 * costs no copy while nobody looks, and at most one copy of each block on its path per snapshot. What a snapshot pins
 * is freed by the garbage collector when the snapshot is.
 *
 * <p>One thread at a time may use a map. Snapshots are immutable: any thread may use them, however it got them.
 *
 * @param <K> the keys; their {@code compareTo} must agree with {@code equals}
 * @param <V> the values, never null
 */
public final class OrderedMap<K extends Comparable<? super K>, V> implements OrderedView<K, V> {
    private Object token = new Object();
    private Node root;
    private int size;
    private @Nullable Object replaced;

    /** Makes an empty map. */
    public OrderedMap() {
        root = new Leaf(token);
    }

    private OrderedMap(Node root, int size) {
        this.root = root;
        this.size = size;
    }

    /**
     * Sets the value of a key.
     *
     * @param key the key
     * @param value its new value
     * @return the value before, or null if the key was absent
     */
    @SuppressWarnings("unchecked") // only values of type V are put in
    public @Nullable V put(K key, V value) {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
        root = own(root);
        var right = insert(root, key, value);
        if (right != null) {
            var above = new Branch(token);
            above.insert(0, root.keys[0], root);
            above.insert(1, right.keys[0], right);
            root = above;
        }
        var before = (V) replaced;
        replaced = null;
        if (before == null) {
            size++;
        }
        return before;
    }

    /**
     * Removes a key.
     *
     * @param key the key
     * @return the value it had, or null if it was absent
     */
    @SuppressWarnings("unchecked") // only values of type V are put in
    public @Nullable V remove(K key) {
        if (get(key) == null) {
            return null;
        }
        root = own(root);
        var removed = (V) delete(root, key);
        if (root instanceof Branch branch && branch.size == 1) {
            root = branch.children[0];
        }
        size--;
        return removed;
    }

    /**
     * Freezes the present state, in constant time.
     *
     * @return an immutable view of what this map holds now
     */
    public Snapshot<K, V> snapshot() {
        token = new Object();
        return new Snapshot<>(root, size);
    }

    /**
     * Returns a token that changes with each {@link #snapshot}. Values that were put under the present token are in no
     * snapshot, so whoever put a mutable value may still change it.
     *
     * @return the present token, to be compared by identity
     */
    public Object edition() {
        return token;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public @Nullable V get(K key) {
        return lookUp(root, key);
    }

    @Override
    public OrderedCursor<K, V> cursor() {
        return new OrderedCursor<>(root, null);
    }

    @Override
    public OrderedCursor<K, V> cursor(K from) {
        return new OrderedCursor<>(root, Objects.requireNonNull(from, "from"));
    }

    @Override
    public int count(K from, @Nullable K until) {
        return count(cursor(from), until);
    }

    private Node own(Node node) {
        return node.owner == token ? node : node.copyFor(token);
    }

    /** Puts an entry below an own block; returns the block to its right if it had to be split. */
    private @Nullable Node insert(Node node, Object key, Object value) {
        return switch (node) {
            case Leaf leaf -> insertIntoLeaf(leaf, key, value);
            case Branch branch -> {
                int at = branch.childFor(key);
                var child = own(branch.children[at]);
                branch.children[at] = child;
                var right = insert(child, key, value);
                yield right == null ? null : insertChild(branch, at + 1, right);
            }
        };
    }

    private @Nullable Node insertIntoLeaf(Leaf leaf, Object key, Object value) {
        int at = leaf.find(key);
        if (at >= 0) {
            replaced = leaf.values[at];
            leaf.values[at] = value;
            return null;
        }
        at = ~at;
        if (!leaf.isFull()) {
            leaf.insert(at, key, value);
            return null;
        }
        boolean ascending = at == Node.CAPACITY; // then leave a full block behind
        var right = leaf.splitAt(ascending ? Node.CAPACITY : Node.CAPACITY / 2);
        if (at < leaf.size) {
            leaf.insert(at, key, value);
        } else {
            right.insert(at - leaf.size, key, value);
        }
        return right;
    }

    private @Nullable Node insertChild(Branch branch, int at, Node child) {
        var bound = child.keys[0];
        if (!branch.isFull()) {
            branch.insert(at, bound, child);
            return null;
        }
        var right = branch.splitAt(Node.CAPACITY / 2);
        if (at < branch.size) {
            branch.insert(at, bound, child);
        } else {
            right.insert(at - branch.size, bound, child);
        }
        return right;
    }

    /** Removes a key that is present below an own block, and returns its value. */
    private Object delete(Node node, Object key) {
        return switch (node) {
            case Leaf leaf -> {
                int at = leaf.find(key);
                var value = leaf.values[at];
                leaf.delete(at);
                yield value;
            }
            case Branch branch -> {
                int at = branch.childFor(key);
                var child = own(branch.children[at]);
                branch.children[at] = child;
                var value = delete(child, key);
                if (child.size < Node.MINIMUM && branch.size > 1) {
                    evenOut(branch, at + 1 < branch.size ? at : at - 1);
                }
                yield value;
            }
        };
    }

    /** Joins a child with the next one, or moves elements from the larger to the smaller. */
    private void evenOut(Branch parent, int at) {
        var left = own(parent.children[at]);
        var right = own(parent.children[at + 1]);
        var bound = parent.keys[at + 1];
        parent.children[at] = left;
        parent.children[at + 1] = right;
        if (left.size + right.size <= Node.CAPACITY - Node.MINIMUM) {
            left.takeFromRight(right, right.size, bound);
            parent.delete(at + 1);
            return;
        }
        int surplus = (right.size - left.size) / 2;
        if (surplus > 0) {
            left.takeFromRight(right, surplus, bound);
        } else {
            left.giveToRight(right, -surplus, bound);
        }
        parent.keys[at + 1] = right.keys[0];
    }

    @SuppressWarnings("unchecked") // only values of type V are put in
    private static <V> @Nullable V lookUp(Node root, Object key) {
        var node = root;
        while (node instanceof Branch branch) {
            node = branch.children[branch.childFor(key)];
        }
        var leaf = (Leaf) node;
        int at = leaf.find(key);
        return at < 0 ? null : (V) leaf.values[at];
    }

    @SuppressWarnings("unchecked") // keys of one map are mutually comparable
    private static <K extends Comparable<? super K>, V> int count(OrderedCursor<K, V> at, @Nullable K until) {
        int count = 0;
        do {
            var end = at.blockEnd();
            if (until != null && end != null && until.compareTo((K) end) <= 0) {
                while (at.next() && at.key().compareTo(until) < 0) {
                    count++;
                }
                return count;
            }
            count += at.blockRemaining();
        } while (at.skipBlock());
        return count;
    }

    /**
     * The state of an {@link OrderedMap} at one moment, for ever.
     *
     * @param <K> the keys
     * @param <V> the values
     */
    public static final class Snapshot<K extends Comparable<? super K>, V> implements OrderedView<K, V> {
        private final Node root;
        private final int size;

        private Snapshot(Node root, int size) {
            this.root = root;
            this.size = size;
        }

        /**
         * Makes a map that begins with this state, in constant time, and shares with it only what neither changes.
         *
         * @return a new map
         */
        public OrderedMap<K, V> toMap() {
            return new OrderedMap<>(root, size);
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public @Nullable V get(K key) {
            return lookUp(root, key);
        }

        @Override
        public OrderedCursor<K, V> cursor() {
            return new OrderedCursor<>(root, null);
        }

        @Override
        public OrderedCursor<K, V> cursor(K from) {
            return new OrderedCursor<>(root, Objects.requireNonNull(from, "from"));
        }

        @Override
        public int count(K from, @Nullable K until) {
            return OrderedMap.count(cursor(from), until);
        }
    }
}
