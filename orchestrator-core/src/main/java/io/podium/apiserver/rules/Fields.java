package io.podium.apiserver.rules;

import io.podium.api.schema.Schema;
import org.jspecify.annotations.Nullable;

/** Moves single fields between objects of one schema. */
final class Fields {
    private Fields() {}

    /** The second object with one field of the first. */
    static <T> T copied(Schema<T> schema, T from, T into, String name) {
        var field = schema.field(name);
        return field == null ? into : with(schema, into, field.index(), schema.get(from, field.index()));
    }

    /** The object without one field. */
    static <T> T without(Schema<T> schema, T object, String name) {
        var field = schema.field(name);
        return field == null ? object : with(schema, object, field.index(), null);
    }

    private static <T> T with(Schema<T> schema, T object, int index, @Nullable Object value) {
        var values = new @Nullable Object[schema.fields().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i == index ? value : schema.get(object, i);
        }
        return schema.create(values, schema.unknown(object));
    }
}
