package io.podium.api.meta;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Immutable maps from strings, sorted by key: labels, annotations, data, resource lists, fields of JSON objects. They hold one
 * array and nothing else, keep neither null keys nor null values, and equal any other {@link Map} of the same entries.
 *
 * <p>Keys are ordered by code point, which is the order of their UTF-8 bytes and so the order in which Kubernetes writes them.
 * It differs from {@link String#compareTo} only beyond U+FFFF.
 */
public final class Sorted {

    /** The order of the keys: by code point. */
    public static final Comparator<String> ORDER = Sorted::compare;

    private Sorted() {}

    /**
     * The map without entries.
     *
     * @param <V> the type of its values
     * @return always the same instance
     */
    @SuppressWarnings("unchecked") // it holds no value of any type
    public static <V> Map<String, V> empty() {
        return (Map<String, V>) SortedArrayMap.EMPTY;
    }

    /**
     * A map of one entry.
     *
     * @param <V> the type of the value
     * @param key the key
     * @param value its value
     * @return the map
     */
    public static <V> Map<String, V> of(String key, V value) {
        return SortedArrayMap.of(List.of(Map.entry(key, value)));
    }

    /**
     * The entries of a map as they are now, in order.
     *
     * @param <V> the type of the values
     * @param map any map without nulls
     * @return the map itself if it is of this kind already, else a copy
     */
    public static <V> Map<String, V> copyOf(Map<String, ? extends V> map) {
        if (map instanceof SortedArrayMap<? extends V> sorted) {
            return SortedArrayMap.widened(sorted);
        }
        if (map.isEmpty()) {
            return empty();
        }
        var entries = new ArrayList<Map.Entry<String, ? extends V>>(map.size());
        entries.addAll(map.entrySet());
        return sort(entries);
    }

    /**
     * The map with one entry added or replaced.
     *
     * @param <V> the type of the values
     * @param map any map without nulls
     * @param key the key
     * @param value its value from now on
     * @return a new map, or the same if it has that very value under the key and is of this kind
     */
    public static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
        return sorted(map).with(key, value);
    }

    /**
     * The map with all entries of another one added or replaced.
     *
     * @param <V> the type of the values
     * @param map any map without nulls
     * @param more the entries that win
     * @return the union
     */
    public static <V> Map<String, V> withAll(Map<String, V> map, Map<String, ? extends V> more) {
        if (map.isEmpty()) {
            return copyOf(more);
        }
        if (more.isEmpty()) {
            return copyOf(map);
        }
        Builder<V> union = builder();
        map.forEach(union::put);
        more.forEach(union::put);
        return union.build();
    }

    /**
     * The map without one key.
     *
     * @param <V> the type of the values
     * @param map any map without nulls
     * @param key the key to leave out
     * @return a new map, or the same if it has no such key and is of this kind
     */
    public static <V> Map<String, V> without(Map<String, V> map, String key) {
        return sorted(map).without(key);
    }

    /**
     * Collects entries in any order.
     *
     * @param <V> the type of the values
     * @return an empty builder
     */
    public static <V> Builder<V> builder() {
        return new Builder<>();
    }

    /**
     * Collects entries in any order and makes a sorted map of them. Not safe for use by several threads at once.
     *
     * @param <V> the type of the values
     */
    public static final class Builder<V> {
        private final List<Map.Entry<String, ? extends V>> entries = new ArrayList<>();

        private Builder() {}

        /**
         * Adds an entry. If the key was put before, the newer value wins.
         *
         * @param key the key
         * @param value its value
         * @return this builder
         */
        public Builder<V> put(String key, V value) {
            entries.add(Map.entry(key, value));
            return this;
        }

        /**
         * Makes the map.
         *
         * @return all entries put so far, in order
         */
        public Map<String, V> build() {
            return sort(new ArrayList<>(entries));
        }
    }

    private static <V> SortedArrayMap<V> sorted(Map<String, V> map) {
        return (SortedArrayMap<V>) Sorted.<V>copyOf(map);
    }

    /** Sorts entries and keeps the last of those that share a key. The list is changed. */
    private static <V> Map<String, V> sort(List<Map.Entry<String, ? extends V>> entries) {
        entries.sort((a, b) -> compare(a.getKey(), b.getKey())); // stable: the newest of one key comes last
        if (hasDuplicates(entries)) {
            Collections.reverse(entries);
            var unique = new ArrayList<Map.Entry<String, ? extends V>>(entries.size());
            for (var entry : entries) {
                if (unique.isEmpty() || !unique.getLast().getKey().equals(entry.getKey())) {
                    unique.add(entry);
                }
            }
            Collections.reverse(unique);
            return SortedArrayMap.of(unique);
        }
        return SortedArrayMap.of(entries);
    }

    private static boolean hasDuplicates(List<? extends Map.Entry<String, ?>> sorted) {
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i - 1).getKey().equals(sorted.get(i).getKey())) {
                return true;
            }
        }
        return false;
    }

    static int compare(String a, String b) {
        int common = Math.min(a.length(), b.length());
        for (int i = 0; i < common; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                return codePointOrder(x) - codePointOrder(y);
            }
        }
        return a.length() - b.length();
    }

    /** Moves surrogates, which stand for what is beyond U+FFFF, behind all other characters. */
    private static int codePointOrder(char c) {
        return Character.isSurrogate(c) ? c + 0x10000 : c;
    }
}
