package io.podium.api.store;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a write expects to find under its key; a write that finds anything else is a {@link Commit.Conflict}. */
public sealed interface Expectation {

    /**
     * Returns whether the present state of the key is the expected one.
     *
     * @param current what the store holds under the key, or null if the key is absent
     * @return whether a write with this expectation may commit
     */
    boolean admits(@Nullable StoredValue current);

    /**
     * Expects nothing: the write commits whether the key is present or absent.
     *
     * @return the expectation that always holds
     */
    static Expectation any() {
        return Any.INSTANCE;
    }

    /**
     * Expects that the key is absent: the write is a creation.
     *
     * @return the expectation that holds for an absent key
     */
    static Expectation absent() {
        return Absent.INSTANCE;
    }

    /**
     * Expects that nobody wrote the key since it was read.
     *
     * @param modified the {@link StoredValue#modified} that was read
     * @return the expectation that holds while the key was last modified at that revision
     */
    static Expectation at(Revision modified) {
        return new At(modified);
    }

    /** The key may be present or absent. */
    enum Any implements Expectation {
        /** The only value. */
        INSTANCE;

        @Override
        public boolean admits(@Nullable StoredValue current) {
            return true;
        }
    }

    /** The key is absent. */
    enum Absent implements Expectation {
        /** The only value. */
        INSTANCE;

        @Override
        public boolean admits(@Nullable StoredValue current) {
            return current == null;
        }
    }

    /**
     * The key is present and was last modified at one revision.
     *
     * @param modified that revision
     */
    record At(Revision modified) implements Expectation {

        /** Checks that the revision is there. */
        public At {
            Objects.requireNonNull(modified, "modified");
        }

        @Override
        public boolean admits(@Nullable StoredValue current) {
            return current != null && current.modified().value() == modified.value();
        }
    }
}
