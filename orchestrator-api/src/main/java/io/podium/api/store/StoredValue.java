package io.podium.api.store;

import java.util.Objects;

/**
 * What a store holds under one key at one moment.
 *
 * @param key the key, such as {@code /pods/default/web-1}
 * @param value the value; immutable, and in a store that keeps references the very object that the write made
 * @param created the revision of the write that made the key present
 * @param modified the revision of the write that set this value, never before {@code created}; the one to
 *     {@linkplain Expectation#at expect} in the next write
 */
public record StoredValue(String key, Object value, Revision created, Revision modified) {

    /**
     * Checks that nothing is missing and that the revisions are in order.
     *
     * @throws IllegalArgumentException if {@code modified} is before {@code created}
     */
    public StoredValue {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
        if (created.isAfter(modified)) {
            throw new IllegalArgumentException(
                    key + ": created at revision " + created + ", after its modification at " + modified);
        }
    }
}
