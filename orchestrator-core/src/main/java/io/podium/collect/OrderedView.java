package io.podium.collect;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of an {@link OrderedMap} and of its snapshots alike: entries in the natural order of their keys.
 *
 * @param <K> the keys; their {@code compareTo} must agree with {@code equals}
 * @param <V> the values, never null
 */
public interface OrderedView<K extends Comparable<? super K>, V> {

    /**
     * Returns how many entries there are.
     *
     * @return the number of entries
     */
    int size();

    /**
     * Returns whether there is no entry.
     *
     * @return whether {@link #size} is 0
     */
    default boolean isEmpty() {
        return size() == 0;
    }

    /**
     * Returns the value of a key, in time logarithmic in the size.
     *
     * @param key the key
     * @return its value, or null if the key is absent
     */
    @Nullable
    V get(K key);

    /**
     * Starts a walk over all entries.
     *
     * @return a cursor before the first entry
     */
    OrderedCursor<K, V> cursor();

    /**
     * Starts a walk in the middle.
     *
     * @param from where to begin; need not be present
     * @return a cursor before the first entry whose key is at least {@code from}
     */
    OrderedCursor<K, V> cursor(K from);

    /**
     * Counts the entries of an interval. Takes time proportional to the answer, with a small factor: it looks at
     * blocks of entries, not at each.
     *
     * @param from the first key of the interval
     * @param until the first key beyond it, or null if it has no end
     * @return how many keys are at least {@code from} and before {@code until}
     */
    int count(K from, @Nullable K until);

    /**
     * Walks over all entries in order.
     *
     * @param action called with each key and its value
     */
    default void forEach(BiConsumer<? super K, ? super V> action) {
        for (var at = cursor(); at.next(); ) {
            action.accept(at.key(), at.value());
        }
    }
}
