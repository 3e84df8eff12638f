package io.podium.api.store;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One committed write as a watch sees it. */
public sealed interface StoreEvent {

    /**
     * Returns what the write left: the new value, or the last value of a deleted key.
     *
     * @return the value, modified at this event's revision
     */
    StoredValue stored();

    /**
     * Returns what the write replaced or deleted.
     *
     * @return the value before the write, or empty if the write created the key
     */
    Optional<StoredValue> previous();

    /**
     * Returns the key that was written.
     *
     * @return the key
     */
    default String key() {
        return stored().key();
    }

    /**
     * Returns the revision that the write took; no other event of the store has the same.
     *
     * @return the revision of the write
     */
    default Revision revision() {
        return stored().modified();
    }

    /**
     * A key was created or its value replaced.
     *
     * @param stored the new value
     * @param replaced the value before, or null if the key was absent
     */
    record Put(StoredValue stored, @Nullable StoredValue replaced) implements StoreEvent {

        /** Checks that the new value is there. */
        public Put {
            Objects.requireNonNull(stored, "stored");
        }

        /**
         * Returns whether the key was absent before.
         *
         * @return whether this write created the key
         */
        public boolean isCreation() {
            return replaced == null;
        }

        @Override
        public Optional<StoredValue> previous() {
            return Optional.ofNullable(replaced);
        }
    }

    /**
     * A key was deleted, or its time to live ran out.
     *
     * @param stored the last value, as stamped by the deletion and modified at its revision
     * @param deleted the value as it was before the deletion
     */
    record Delete(StoredValue stored, StoredValue deleted) implements StoreEvent {

        /** Checks that both values are there. */
        public Delete {
            Objects.requireNonNull(stored, "stored");
            Objects.requireNonNull(deleted, "deleted");
        }

        @Override
        public Optional<StoredValue> previous() {
            return Optional.of(deleted);
        }
    }
}
