package io.podium.codec;

/**
 * Gives equal strings one instance, so that a hundred thousand pods with the same label keys, image and namespace hold each of them
 * once. What it returns always equals what it was given; nothing but memory depends on it.
 */
@FunctionalInterface
public interface Interner {

    /** Returns every string as it came. */
    Interner NONE = text -> text;

    /**
     * An instance for a string.
     *
     * @param text any string
     * @return an equal string, perhaps one returned before
     */
    String intern(String text);

    /**
     * An interner that remembers a bounded number of strings, and of these the ones that were asked for lately.
     *
     * @param capacity how many strings to remember at most, from 1 to 2<sup>24</sup>; rounded up to a power of two
     * @return an interner that threads may share
     * @throws IllegalArgumentException if the capacity is out of range
     */
    static Interner bounded(int capacity) {
        return new BoundedInterner(capacity);
    }
}
