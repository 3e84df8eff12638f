package io.podium.cache;

/**
 * A place in an index: what the object is filed under, and the object's key.
 *
 * @param value what it is filed under
 * @param key its storage key, empty for the place before the first object filed so
 */
record IndexKey(String value, String key) implements Comparable<IndexKey> {
    @Override
    public int compareTo(IndexKey other) {
        int order = value.compareTo(other.value);
        return order != 0 ? order : key.compareTo(other.key);
    }
}
