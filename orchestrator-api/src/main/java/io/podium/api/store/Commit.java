package io.podium.api.store;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a write: it is {@link Done}, or it met a {@link Conflict} and changed nothing. A value and not an
 * exception, because under optimistic concurrency losing a race is ordinary.
 */
public sealed interface Commit {

    /**
     * Returns whether the write was committed.
     *
     * @return true for {@link Done}, false for {@link Conflict}
     */
    default boolean isDone() {
        return this instanceof Done;
    }

    /**
     * Returns what the write stored, for callers that cannot lose (a write that expects {@linkplain Expectation#any
     * anything}).
     *
     * @return what the write stored
     * @throws IllegalStateException if the write met a conflict
     */
    default StoredValue orThrow() {
        return switch (this) {
            case Done done -> done.stored();
            case Conflict conflict -> throw new IllegalStateException(conflict.describe());
        };
    }

    /**
     * The write took effect at {@code stored.modified()}.
     *
     * @param stored what the write left under the key; for a deletion, the last value, modified at the revision of
     *     the deletion
     */
    record Done(StoredValue stored) implements Commit {

        /** Checks that the value is there. */
        public Done {
            Objects.requireNonNull(stored, "stored");
        }
    }

    /**
     * The key was not as expected; nothing changed and no revision was taken.
     *
     * @param key the key of the write
     * @param expected what the write expected
     * @param found what the store holds instead, or null if the key is absent
     */
    record Conflict(
            String key, Expectation expected, @Nullable StoredValue found) implements Commit {

        /** Checks that key and expectation are there. */
        public Conflict {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(expected, "expected");
        }

        /**
         * Returns what the store holds instead.
         *
         * @return the present value, or empty if the key is absent
         */
        public Optional<StoredValue> current() {
            return Optional.ofNullable(found);
        }

        /**
         * Says what was expected and what was found.
         *
         * @return one sentence that names key and revisions
         */
        public String describe() {
            String wanted = switch (expected) {
                case Expectation.Any any -> "a present key";
                case Expectation.Absent absent -> "an absent key";
                case Expectation.At at -> "revision " + at.modified();
            };
            String present = found == null ? "nothing" : "revision " + found.modified();
            return key + ": expected " + wanted + ", store has " + present + "; read again and retry";
        }
    }
}
