package io.podium.patch.apply;

import org.jspecify.annotations.Nullable;

/**
 * The path from the root of an object to a field. Walkers make one a step, so it is a list that shares its front.
 *
 * @param parent the path without its last step, null for the root
 * @param last the last step, null for the root
 */
record FieldPath(@Nullable FieldPath parent, @Nullable PathElement last) {
    /** The object itself. */
    static final FieldPath ROOT = new FieldPath(null, null);

    FieldPath then(PathElement next) {
        return new FieldPath(this, next);
    }

    FieldPath field(String name) {
        return then(new PathElement.Name(name));
    }

    /** The form in which messages name fields: {@code .spec.containers[name="app"].image}. */
    @Override
    public String toString() {
        return parent == null ? "" : parent.toString() + last;
    }
}
