package io.podium.api.store;

import java.time.Duration;
import java.util.Optional;

/**
 * A revisioned key-value store: where the objects of a cluster are.
 *
 * <ul>
 *   <li>One {@link Revision} counter for all keys. Each committed write takes the next one; a failed write takes
 *       none.
 *   <li>A write names one key and what it {@linkplain Expectation expects} to find there; it commits entirely or
 *       not at all.
 *   <li>Reads and writes are linearizable: whoever saw a write, by whatever method, will not see an earlier state
 *       by another.
 *   <li>History is bounded. What a bound has cut off is {@linkplain #compacted compacted}: reads at such revisions
 *       and watches from them fail with {@link CompactedException}.
 * </ul>
 *
 * <p>Keys are non-empty strings like {@code /pods/default/web-1}, ordered by {@code char}. Values are immutable
 * objects; whether a store keeps the reference or {@linkplain ValueCodec encodes} it is its own affair. All methods
 * may be called by any number of threads, and throw {@link IllegalStateException} once the store is closed.
 *
 * <p>Implementations must pass {@code StoreConformance} of the testkit. This interface grows by default methods.
 */
public interface Store extends AutoCloseable {

    /**
     * Returns the revision of the last committed write.
     *
     * @return the present revision; {@link Revision#FIRST} if nothing was ever written
     */
    Revision revision();

    /**
     * Returns how far history is gone.
     *
     * @return the oldest revision at which {@link #range} can read and after which {@link #watch} can begin
     */
    Revision compacted();

    /**
     * Reads one key.
     *
     * @param key the key
     * @return what is stored under it now, or empty if it is absent
     */
    Optional<StoredValue> get(String key);

    /**
     * Reads an interval of keys from one state: the present one, or a past one that history or an open {@link
     * Snapshot} still has.
     *
     * @param query the interval, the limit and the state to read
     * @return the first page; {@link Page#next} asks for the others, at the same revision
     * @throws CompactedException if the state is gone
     * @throws FutureRevisionException if the query names a revision that is yet to come
     */
    Page range(RangeQuery query);

    /**
     * Creates or replaces the value under a key.
     *
     * @param key the key, not empty
     * @param expected what must be under the key for the write to commit
     * @param value makes the value, inside the commit; if it throws, nothing is written and the throw passes through
     * @return what was stored, or what was found instead of what was expected
     */
    Commit put(String key, Expectation expected, Stamp value);

    /**
     * Creates or replaces a value that is deleted by itself after a time, unless it is written again. The deletion
     * is an ordinary one: it takes a revision and watches see it. Until it happens the value is present; it happens
     * soon after the time has passed, and never before.
     *
     * @param key the key, not empty
     * @param expected what must be under the key for the write to commit
     * @param value makes the value, inside the commit
     * @param timeToLive how long the value stays, from now; positive
     * @return what was stored, or what was found instead of what was expected
     * @throws IllegalArgumentException if {@code timeToLive} is zero or negative
     */
    Commit put(String key, Expectation expected, Stamp value, Duration timeToLive);

    /**
     * Deletes a key; its last value is the one it had.
     *
     * @param key the key
     * @param expected what must be under the key for the write to commit; an absent key is a conflict in any case
     * @return the last value, modified at the revision of the deletion, or the conflict
     */
    Commit delete(String key, Expectation expected);

    /**
     * Deletes a key and gives its last value the revision of the deletion.
     *
     * @param key the key
     * @param expected what must be under the key for the write to commit; an absent key is a conflict in any case
     * @param last makes the last value, which only watches see, inside the commit
     * @return the last value, modified at the revision of the deletion, or the conflict
     */
    Commit delete(String key, Expectation expected, Stamp last);

    /**
     * Follows the writes to a part of the keys, for a reader that polls by itself.
     *
     * @param prefix what the keys begin with; the empty string for all keys
     * @param after the revision to begin behind: the first event has a later one
     * @return a cursor, to be closed by the caller
     * @throws CompactedException if the events after that revision are not all there any more
     * @throws FutureRevisionException if the store has not reached that revision
     */
    default StoreWatch watch(String prefix, Revision after) {
        return watch(prefix, after, () -> {});
    }

    /**
     * Follows the writes to a part of the keys.
     *
     * @param prefix what the keys begin with; the empty string for all keys
     * @param after the revision to begin behind: the first event has a later one
     * @param onReady the watch's signal: called once each time the watch was armed by an empty poll and there is
     *     something to poll again; runs on the writer's thread, outside any lock, and must return quickly
     * @return a cursor, to be closed by the caller
     * @throws CompactedException if the events after that revision are not all there any more
     * @throws FutureRevisionException if the store has not reached that revision
     */
    StoreWatch watch(String prefix, Revision after, Runnable onReady);

    /**
     * Forgets history. Present values and open snapshots stay; a revision that is compacted already is no error.
     *
     * @param upTo the revision that becomes the oldest readable one
     * @throws FutureRevisionException if the store has not reached that revision
     */
    void compact(Revision upTo);

    /**
     * Returns the ability to freeze and fork this store in constant time, where it has it.
     *
     * @return the ability, or empty
     */
    default Optional<Snapshots> snapshots() {
        return Optional.empty();
    }

    /** Closes the store, signals its watches and releases what it holds; a second call does nothing. */
    @Override
    void close();
}
