package io.podium.api.meta;

import java.util.AbstractList;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** An immutable map in one array: key, value, key, value …, in the order of {@link Sorted#ORDER}. */
final class SortedArrayMap<V> implements Map<String, V> {
    static final SortedArrayMap<Object> EMPTY = new SortedArrayMap<>(new Object[0]);

    /** Up to so many entries a look at each of them beats a binary search. */
    private static final int SMALL = 8;

    private final Object[] table;

    private SortedArrayMap(Object[] table) {
        this.table = table;
    }

    /** Takes entries that are sorted and free of duplicates. */
    static <V> Map<String, V> of(List<? extends Entry<String, ? extends V>> sorted) {
        if (sorted.isEmpty()) {
            return Sorted.empty();
        }
        var table = new Object[sorted.size() * 2];
        int at = 0;
        for (var entry : sorted) {
            table[at++] = Objects.requireNonNull(entry.getKey(), "key");
            table[at++] = Objects.requireNonNull(entry.getValue(), () -> "value of " + entry.getKey());
        }
        return new SortedArrayMap<>(table);
    }

    @SuppressWarnings("unchecked") // nothing can be put in, so a map of a subtype serves as well
    static <V> Map<String, V> widened(SortedArrayMap<? extends V> map) {
        return (Map<String, V>) map;
    }

    Map<String, V> with(String key, V value) {
        Objects.requireNonNull(value, () -> "value of " + key);
        int found = search(key);
        if (found >= 0 && table[found + 1] == value) {
            return this;
        }
        if (found >= 0) {
            var replaced = table.clone();
            replaced[found + 1] = value;
            return new SortedArrayMap<>(replaced);
        }
        int at = ~found;
        var grown = Arrays.copyOf(table, table.length + 2);
        System.arraycopy(table, at, grown, at + 2, table.length - at);
        grown[at] = key;
        grown[at + 1] = value;
        return new SortedArrayMap<>(grown);
    }

    Map<String, V> without(String key) {
        int at = search(key);
        if (at < 0) {
            return this;
        }
        if (table.length == 2) {
            return Sorted.empty();
        }
        var shrunk = Arrays.copyOf(table, table.length - 2);
        System.arraycopy(table, at + 2, shrunk, at, shrunk.length - at);
        return new SortedArrayMap<>(shrunk);
    }

    /** Where the key lies in the table, or the complement of where it belongs. */
    private int search(String key) {
        int low = 0;
        int high = size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Sorted.compare(keyAt(middle), key);
            if (order == 0) {
                return middle * 2;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return ~(low * 2);
    }

    /** Where the key lies in the table, or a negative number. */
    private int find(@Nullable Object key) {
        if (table.length > SMALL * 2) {
            return key instanceof String text ? search(text) : -1;
        }
        for (int at = 0; at < table.length; at += 2) {
            if (table[at] == key) { // common keys are interned
                return at;
            }
        }
        for (int at = 0; at < table.length; at += 2) {
            if (table[at].equals(key)) {
                return at;
            }
        }
        return -1;
    }

    private String keyAt(int index) {
        return (String) table[index * 2];
    }

    @SuppressWarnings("unchecked") // only values of that type are put in
    private V valueAt(int index) {
        return (V) table[index * 2 + 1];
    }

    @Override
    public int size() {
        return table.length / 2;
    }

    @Override
    public boolean isEmpty() {
        return table.length == 0;
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        int at = find(key);
        return at < 0 ? null : valueAt(at / 2);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return find(key) >= 0;
    }

    @Override
    public boolean containsValue(@Nullable Object value) {
        return values().contains(value);
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super V> action) {
        for (int i = 0; i < size(); i++) {
            action.accept(keyAt(i), valueAt(i));
        }
    }

    @Override
    public Set<String> keySet() {
        return new View<>(this::keyAt) {
            @Override
            public boolean contains(@Nullable Object key) {
                return containsKey(key);
            }
        };
    }

    @Override
    public Collection<V> values() {
        return new AbstractList<>() {
            @Override
            public V get(int index) {
                return valueAt(Objects.checkIndex(index, size()));
            }

            @Override
            public int size() {
                return SortedArrayMap.this.size();
            }
        };
    }

    @Override
    public Set<Entry<String, V>> entrySet() {
        return new View<>(i -> Map.entry(keyAt(i), valueAt(i))) {
            @Override
            public boolean contains(@Nullable Object candidate) {
                return candidate instanceof Entry<?, ?> entry
                        && entry.getValue() != null
                        && entry.getValue().equals(SortedArrayMap.this.get(entry.getKey()));
            }
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        if (other instanceof SortedArrayMap<?> that) {
            return Arrays.equals(table, that.table);
        }
        return other instanceof Map<?, ?> map && entrySet().equals(map.entrySet());
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (int at = 0; at < table.length; at += 2) {
            hash += table[at].hashCode() ^ table[at + 1].hashCode();
        }
        return hash;
    }

    @Override
    public String toString() {
        var text = new StringBuilder("{");
        forEach((key, value) -> text.append(text.length() > 1 ? ", " : "")
                .append(key)
                .append('=')
                .append(value));
        return text.append('}').toString();
    }

    @Override
    public @Nullable V put(String key, V value) {
        throw immutable();
    }

    @Override
    public @Nullable V remove(@Nullable Object key) {
        throw immutable();
    }

    @Override
    public void putAll(Map<? extends String, ? extends V> entries) {
        throw immutable();
    }

    @Override
    public void clear() {
        throw immutable();
    }

    private static UnsupportedOperationException immutable() {
        return new UnsupportedOperationException(
                "this map is immutable; make another with Sorted.with or Sorted.without");
    }

    /** The keys or the entries, in order. */
    private abstract class View<E> extends AbstractSet<E> {
        private final IntFunction<E> element;

        View(IntFunction<E> element) {
            this.element = element;
        }

        @Override
        public int size() {
            return SortedArrayMap.this.size();
        }

        @Override
        public Iterator<E> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < size();
                }

                @Override
                public E next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    return element.apply(next++);
                }
            };
        }
    }
}
