package io.podium.patch.apply;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonObject;
import io.podium.api.schema.FieldType;
import io.podium.api.schema.Merge;
import java.util.LinkedHashSet;

/**
 * Finds the fields that an object holds. For an applied configuration these are what its manager owns from now on.
 *
 * <p>A record is not a field of its own, only what is in it; an entry of a map, an element of a list, and what is empty or null is.
 */
final class AppliedFields {
    private final FieldSet.Builder fields = new FieldSet.Builder();
    private final boolean strict;

    private AppliedFields(boolean strict) {
        this.strict = strict;
    }

    /** The fields of an object that was found to be sound before. */
    static FieldSet of(Shape shape, JsonObject object) {
        var walk = new AppliedFields(false);
        walk.object(FieldPath.ROOT, shape, object);
        return walk.fields.build();
    }

    /**
     * The fields of a configuration.
     *
     * @throws ApplyException if it has a field that its type does not declare, a value of another type, or an element of a list that
     *     nothing identifies or that is there twice
     */
    static FieldSet checked(Shape shape, JsonObject config) {
        var walk = new AppliedFields(true);
        walk.object(FieldPath.ROOT, shape, config);
        return walk.fields.build();
    }

    private void value(FieldPath path, Shape shape, Json value) {
        var mismatch = strict ? shape.mismatch(value) : null;
        if (mismatch != null) {
            throw ApplyException.malformed(path, mismatch);
        }
        switch (shape.form(value, null)) {
            case LEAF -> {
                fields.add(path);
                if (strict) {
                    checkInside(path, shape, value);
                }
            }
            case OBJECT -> {
                if (value instanceof JsonObject object) {
                    object(path, shape, object);
                }
            }
            case LIST -> {
                if (value instanceof JsonArray list) {
                    list(path, shape, list);
                }
            }
        }
    }

    /** Finds the same faults in what is owned as a whole. */
    private static void checkInside(FieldPath path, Shape shape, Json value) {
        var walk = new AppliedFields(true);
        if (value instanceof JsonObject object && !(shape.type() instanceof FieldType.Scalar)) {
            walk.object(path, new Shape(shape.type(), Merge.PLAIN), object);
        } else if (value instanceof JsonArray list && shape.type() instanceof FieldType.ListOf) {
            for (int i = 0; i < list.size(); i++) {
                walk.value(path.then(new PathElement.Index(i)), shape.element(), list.get(i));
            }
        }
    }

    private void object(FieldPath path, Shape shape, JsonObject object) {
        object.fields().forEach((name, value) -> {
            if (strict && !shape.allows(name)) {
                throw ApplyException.malformed(path.field(name), "field not declared in schema");
            }
            var element = new PathElement.Name(name);
            var inner = path.then(element);
            value(inner, shape.field(name), value);
            if (value.isNull() || value instanceof JsonObject below && below.isEmpty() || !shape.declares(element)) {
                fields.add(inner);
            }
        });
    }

    private void list(FieldPath path, Shape shape, JsonArray list) {
        var seen = new LinkedHashSet<PathElement>();
        for (var item : list.items()) {
            var element = identify(path, shape, item);
            if (!seen.add(element) && strict) {
                throw ApplyException.malformed(path, "duplicate entries for key " + element);
            }
            var inner = path.then(element);
            value(inner, shape.element(), item);
            fields.add(inner);
        }
    }

    private PathElement identify(FieldPath path, Shape shape, Json item) {
        try {
            return shape.identify(item);
        } catch (IllegalArgumentException e) {
            throw ApplyException.malformed(path, e.getMessage());
        }
    }
}
