package io.podium.codec;

import io.podium.api.meta.DynamicObject;
import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonObject;
import io.podium.api.schema.Field;
import io.podium.api.schema.FieldType;
import io.podium.api.schema.Schema;

/**
 * The fields of objects whose schema was made at run time. They are kept as they came, nulls and values of the wrong type included: the
 * API server judges them by the schema, and answers with causes. A reader looks at them only to find names that are not declared.
 */
final class LooseFields {
    private final Tokens in;
    private final Strictness strictness;

    LooseFields(Tokens in, Strictness strictness) {
        this.in = in;
        this.strictness = strictness;
    }

    /** Whether the objects of a schema have such fields. */
    static boolean has(Schema<?> schema) {
        return schema.type() == DynamicObject.class || schema.type() == JsonObject.class;
    }

    /** Whether a field of such an object is one; its metadata is not. */
    static boolean isLoose(Field field) {
        return !(field.type() instanceof FieldType.Struct);
    }

    /** Reports the names in a value that its type does not declare. */
    void report(FieldType type, Json value, String path) {
        switch (type) {
            case FieldType.Inline inline
            when value instanceof JsonObject object -> fields(inline.schema(), object, path);
            case FieldType.ListOf list
            when value instanceof JsonArray array -> {
                for (int i = 0; i < array.size(); i++) {
                    report(list.element(), array.get(i), path + "[" + i + "]");
                }
            }
            case FieldType.MapOf map
            when value instanceof JsonObject object ->
                object.fields().forEach((key, entry) -> report(map.value(), entry, path + "." + key));
            default -> {}
        }
    }

    private void fields(Schema<?> schema, JsonObject object, String path) {
        object.fields().forEach((name, value) -> {
            var field = schema.field(name);
            var fieldPath = path + "." + name;
            if (field != null) {
                report(field.type(), value, fieldPath);
            } else if (!schema.preservesUnknown()) {
                strictness.report(fieldPath, value, in.line(fieldPath));
            }
        });
    }
}
