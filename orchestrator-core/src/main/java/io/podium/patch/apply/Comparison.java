package io.podium.patch.apply;

/**
 * What differs between two versions of an object.
 *
 * @param added the fields that only the newer has
 * @param modified the fields that both have, with other values
 * @param removed the fields that only the older has
 */
record Comparison(FieldSet added, FieldSet modified, FieldSet removed) {

    boolean isSame() {
        return added.isEmpty() && modified.isEmpty() && removed.isEmpty();
    }

    /** What the newer version says anew. */
    FieldSet written() {
        return modified.union(added);
    }

    /** The differences outside some fields and all that is below them. */
    Comparison without(FieldSet ignored) {
        return ignored.isEmpty()
                ? this
                : new Comparison(
                        added.recursiveDifference(ignored),
                        modified.recursiveDifference(ignored),
                        removed.recursiveDifference(ignored));
    }

    /** Collects differences. */
    static final class Builder {
        final FieldSet.Builder added = new FieldSet.Builder();
        final FieldSet.Builder modified = new FieldSet.Builder();
        final FieldSet.Builder removed = new FieldSet.Builder();

        Comparison build() {
            return new Comparison(added.build(), modified.build(), removed.build());
        }
    }
}
