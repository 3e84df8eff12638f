package io.podium.api.store;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One answer to a {@link RangeQuery}: values in the order of their keys, all from the state at one revision.
 *
 * @param values the values, at most as many as the query's limit
 * @param revision the revision that was read; a {@linkplain Store#watch watch} after it misses nothing
 * @param rest the query for what follows, bound to the same revision, or null if this page is the last
 * @param remaining how many values follow behind this page
 */
public record Page(
        List<StoredValue> values,
        Revision revision,
        @Nullable RangeQuery rest,
        long remaining) {

    /**
     * Copies the values.
     *
     * @throws IllegalArgumentException if {@code rest} and {@code remaining} contradict each other
     */
    public Page {
        values = List.copyOf(values);
        Objects.requireNonNull(revision, "revision");
        if ((rest == null) != (remaining == 0)) {
            throw new IllegalArgumentException(remaining + " values remain, to be read by " + rest);
        }
    }

    /**
     * Returns the query for the next page.
     *
     * @return the query that continues behind this page at the same revision, or empty after the last page
     */
    public Optional<RangeQuery> next() {
        return Optional.ofNullable(rest);
    }
}
