package io.podium.cache;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The newest events of a kind, numbered in their order. Grows up to its capacity and then forgets the oldest.
 *
 * @param <T> the type of the objects
 */
final class EventRing<T> {
    private static final int INITIAL = 64;

    private final int capacity;
    private @Nullable CacheEvent<T>[] events = newArray(INITIAL);
    private long first;
    private long next;
    private long forgotten;

    /**
     * A ring.
     *
     * @param capacity how many events it holds at most, a power of two of at least 64
     * @param revision the revision up to which everything counts as forgotten
     */
    EventRing(int capacity, long revision) {
        this.capacity = capacity;
        this.forgotten = revision;
    }

    void add(CacheEvent<T> event) {
        if (next - first == events.length) {
            makeRoom();
        }
        events[slot(next)] = event;
        next++;
    }

    /** The number that the next event will have. */
    long next() {
        return next;
    }

    /** The number of the oldest event that is still there. */
    long first() {
        return first;
    }

    /** The revision of the newest event that is gone. */
    long forgotten() {
        return forgotten;
    }

    /** Visits the events from a number on, which must not be less than {@link #first}. */
    void forEach(long from, long until, Consumer<CacheEvent<T>> visitor) {
        for (long number = from; number < until; number++) {
            visitor.accept(at(number));
        }
    }

    CacheEvent<T> at(long number) {
        var event = events[slot(number)];
        if (event == null || number < first || number >= next) {
            throw new IllegalArgumentException("event " + number + " is not between " + first + " and " + next);
        }
        return event;
    }

    /** The number of the first event later than a revision. */
    long after(long revision) {
        long low = first;
        long high = next;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (at(middle).revision() <= revision) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Forgets everything: what follows is not a continuation. */
    void clear(long revision) {
        events = newArray(INITIAL);
        next++; // a position before the gap must not look like one after it
        first = next;
        forgotten = revision;
    }

    private void makeRoom() {
        if (events.length < capacity) {
            var larger = EventRing.<T>newArray(events.length * 2);
            for (long number = first; number < next; number++) {
                larger[(int) (number & (larger.length - 1))] = events[slot(number)];
            }
            events = larger;
        } else {
            forgotten = at(first).revision();
            events[slot(first)] = null;
            first++;
        }
    }

    private int slot(long number) {
        return (int) (number & (events.length - 1));
    }

    @SuppressWarnings("unchecked") // an array of a generic record, never seen outside
    private static <T> @Nullable CacheEvent<T>[] newArray(int length) {
        return (CacheEvent<T>[]) new CacheEvent<?>[length];
    }
}
