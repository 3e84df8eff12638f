package io.podium.api.store;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A question for all values whose keys lie in an interval, in the order of their keys (by {@code char}, as {@link
 * String#compareTo} has it).
 *
 * @param from the first key that may be returned
 * @param until the first key beyond the interval, or null if the interval has no end
 * @param limit how many values one {@link Page} may hold, at least 1; {@link Integer#MAX_VALUE} for all
 * @param revision the state to read, or null for the present one
 */
public record RangeQuery(
        String from,
        @Nullable String until,
        int limit,
        @Nullable Revision revision) {

    /**
     * Checks the interval and the limit.
     *
     * @throws IllegalArgumentException if {@code limit} is less than 1, or {@code until} is before {@code from}
     */
    public RangeQuery {
        Objects.requireNonNull(from, "from");
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1, was " + limit);
        }
        if (until != null && until.compareTo(from) < 0) {
            throw new IllegalArgumentException("range ends at " + until + ", before its start " + from);
        }
    }

    /**
     * Asks for all keys that begin with a prefix.
     *
     * @param prefix what the keys begin with; the empty string for every key
     * @return the query for the present state, without a limit
     */
    public static RangeQuery prefix(String prefix) {
        return new RangeQuery(prefix, endOf(prefix), Integer.MAX_VALUE, null);
    }

    /**
     * Asks for all keys of an interval.
     *
     * @param from the first key of the interval
     * @param until the first key beyond it
     * @return the query for the present state, without a limit
     */
    public static RangeQuery between(String from, String until) {
        return new RangeQuery(from, until, Integer.MAX_VALUE, null);
    }

    /**
     * Bounds the page.
     *
     * @param values how many values a page may hold, at least 1
     * @return the same query with that limit
     */
    public RangeQuery limit(int values) {
        return new RangeQuery(from, until, values, revision);
    }

    /**
     * Reads a past state.
     *
     * @param state the revision to read
     * @return the same query at that revision
     */
    public RangeQuery at(Revision state) {
        return new RangeQuery(from, until, limit, Objects.requireNonNull(state, "state"));
    }

    /**
     * Continues behind a key that was read already.
     *
     * @param key the last key that was read
     * @return the same query, beginning with the key that follows {@code key}
     */
    public RangeQuery after(String key) {
        return new RangeQuery(key + '\0', until, limit, revision);
    }

    /**
     * Returns the state to read.
     *
     * @return the revision, or empty for the present state
     */
    public Optional<Revision> requestedRevision() {
        return Optional.ofNullable(revision);
    }

    /**
     * Returns whether a key lies in the interval.
     *
     * @param key any key
     * @return whether it is at least {@code from} and before {@code until}
     */
    public boolean covers(String key) {
        return key.compareTo(from) >= 0 && (until == null || key.compareTo(until) < 0);
    }

    /** The first string behind all that begin with the prefix; null if there is none. */
    private static @Nullable String endOf(String prefix) {
        int last = prefix.length() - 1;
        while (last >= 0 && prefix.charAt(last) == Character.MAX_VALUE) {
            last--;
        }
        return last < 0 ? null : prefix.substring(0, last) + (char) (prefix.charAt(last) + 1);
    }
}
