package io.podium.dispatch;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A binary heap of things that are due at some time, which can be removed before. All operations take time in the order of
 * the logarithm of its size. Not safe for several threads.
 *
 * <p>Each node knows its own place, so a node is in at most one heap, once.
 *
 * @param <T> type of the nodes
 */
public final class TimerHeap<T extends TimerHeap.Node> {

    /** Something that is due at a time. */
    public abstract static class Node {
        private long due;
        private long order;
        private int slot = -1;

        /** Makes a node that is in no heap. */
        protected Node() {}

        /**
         * When it is due, in the heap's unit of time; meaningful once it has been added.
         *
         * @return the time given to {@link TimerHeap#add}
         */
        public final long due() {
            return due;
        }

        /**
         * Whether it waits in a heap.
         *
         * @return true from its addition until it is removed or polled
         */
        public final boolean isWaiting() {
            return slot >= 0;
        }

        private boolean isBefore(Node other) {
            return due != other.due ? due < other.due : order < other.order;
        }
    }

    private @Nullable Node[] heap = new @Nullable Node[64];
    private int size;
    private long added;

    /** Makes an empty heap. */
    public TimerHeap() {}

    /**
     * Adds a node.
     *
     * @param node a node that is in no heap
     * @param due when it is due; among equals, the one added first comes first
     * @throws IllegalStateException if the node is in a heap
     */
    public void add(T node, long due) {
        Node fresh = node;
        if (fresh.slot >= 0) {
            throw new IllegalStateException("already waiting until " + fresh.due + ": " + node);
        }
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
        }
        fresh.due = due;
        fresh.order = added++;
        siftUp(size++, fresh);
    }

    /**
     * Removes a node.
     *
     * @param node any node
     * @return whether it was in this heap
     */
    public boolean remove(T node) {
        Node gone = node;
        int slot = gone.slot;
        if (slot < 0 || slot >= size || heap[slot] != gone) {
            return false;
        }
        take(slot);
        return true;
    }

    /**
     * The node that is due first.
     *
     * @return null if the heap is empty
     */
    @SuppressWarnings("unchecked")
    public @Nullable T peek() {
        return (T) heap[0];
    }

    /**
     * Removes the node that is due first, if it is due.
     *
     * @param now the present time
     * @return null if no node is due by {@code now}
     */
    public @Nullable T poll(long now) {
        T first = peek();
        if (first == null || first.due() > now) {
            return null;
        }
        take(0);
        return first;
    }

    /**
     * How many nodes wait.
     *
     * @return the number of nodes
     */
    public int size() {
        return size;
    }

    private void take(int slot) {
        Node gone = at(slot);
        Node last = at(--size);
        heap[size] = null;
        gone.slot = -1;
        if (last == gone) {
            return;
        }
        siftDown(slot, last);
        if (heap[slot] == last) {
            siftUp(slot, last);
        }
    }

    private void siftUp(int start, Node node) {
        int slot = start;
        while (slot > 0) {
            int parent = (slot - 1) >>> 1;
            Node above = at(parent);
            if (!node.isBefore(above)) {
                break;
            }
            place(slot, above);
            slot = parent;
        }
        place(slot, node);
    }

    private void siftDown(int start, Node node) {
        int slot = start;
        while (true) {
            int child = 2 * slot + 1;
            if (child >= size) {
                break;
            }
            if (child + 1 < size && at(child + 1).isBefore(at(child))) {
                child++;
            }
            Node below = at(child);
            if (!below.isBefore(node)) {
                break;
            }
            place(slot, below);
            slot = child;
        }
        place(slot, node);
    }

    private void place(int slot, Node node) {
        heap[slot] = node;
        node.slot = slot;
    }

    @SuppressWarnings("NullAway") // slots below size are never null
    private Node at(int slot) {
        return heap[slot];
    }
}
