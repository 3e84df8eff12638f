package io.podium.codec;

import io.podium.api.meta.ApiObject;
import io.podium.api.meta.IntOrString;
import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonBool;
import io.podium.api.meta.JsonNull;
import io.podium.api.meta.JsonNumber;
import io.podium.api.meta.JsonObject;
import io.podium.api.meta.JsonString;
import io.podium.api.schema.Field;
import io.podium.api.schema.FieldType;
import io.podium.api.schema.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes one object, its fields in the order of its schema and unknown ones last. Zero values are left out or written as Kubernetes
 * does: see {@link Field#omits}.
 */
final class SchemaWriter {
    private final Sink out;

    SchemaWriter(Sink out) {
        this.out = out;
    }

    /** Writes an object with its {@code apiVersion} and {@code kind}. */
    <T extends ApiObject<T>> void write(ApiObject<T> object) {
        var kind = object.kind();
        out.startObject();
        out.name("apiVersion");
        out.string(kind.apiVersion());
        out.name("kind");
        out.string(kind.name());
        fields(kind.schema(), kind.type().cast(object));
        out.endObject();
    }

    /** Writes a value; one that is JSON already, because its schema was made at run time, goes out as it is. */
    <T> void write(Schema<T> schema, T object) {
        if (object instanceof Json json) {
            tree(json);
            return;
        }
        out.startObject();
        fields(schema, object);
        out.endObject();
    }

    private <T> void fields(Schema<T> schema, T object) {
        var fields = schema.fields();
        for (int i = 0; i < fields.size(); i++) {
            var field = fields.get(i);
            var value = schema.get(object, i);
            if (!field.omits(value)) {
                out.name(field.name());
                field(field, value);
            }
        }
        var unknown = schema.unknown(object);
        if (!unknown.isEmpty()) {
            unknown.fields().forEach((name, value) -> {
                out.name(name);
                tree(value);
            });
        }
    }

    /** Writes the value of a field. The zero value of a list or map is null, as in Go; one that may be absent has no zero value. */
    void field(Field field, @Nullable Object value) {
        if (value == null || !field.optional() && isEmpty(value)) {
            out.none();
        } else {
            value(field.type(), value);
        }
    }

    private static boolean isEmpty(Object value) {
        return value instanceof List<?> list && list.isEmpty() || value instanceof Map<?, ?> map && map.isEmpty();
    }

    private void value(FieldType type, Object value) {
        switch (type) {
            case FieldType.Scalar scalar -> scalar(scalar, value);
            case FieldType.Struct struct -> struct(struct.schema(), value);
            case FieldType.Inline inline -> struct(inline.schema(), value);
            case FieldType.ListOf list -> list(list.element(), (List<?>) value);
            case FieldType.MapOf map -> map(map.value(), (Map<?, ?>) value);
        }
    }

    private <T> void struct(Schema<T> schema, Object value) {
        write(schema, schema.type().cast(value));
    }

    private void list(FieldType element, List<?> items) {
        out.startArray();
        for (int i = 0; i < items.size(); i++) {
            value(element, items.get(i));
        }
        out.endArray();
    }

    private void map(FieldType element, Map<?, ?> entries) {
        out.startObject();
        entries.forEach((key, value) -> {
            out.name((String) key);
            value(element, value);
        });
        out.endObject();
    }

    private void scalar(FieldType.Scalar type, Object value) {
        switch (type) {
            case STRING -> out.string((String) value);
            case BOOL -> out.bool((Boolean) value);
            case INT32 -> out.number((Integer) value);
            case INT64 -> out.number((Long) value);
            case DOUBLE -> out.number((Double) value);
            case JSON -> tree((Json) value);
            case INT_OR_STRING -> {
                if (value instanceof IntOrString.Int number) {
                    out.number(number.value());
                } else {
                    out.string(value.toString());
                }
            }
            case QUANTITY, BYTES, TIME, MICRO_TIME -> out.string(ScalarText.format(type, value));
        }
    }

    void tree(Json value) {
        switch (value) {
            case JsonObject object -> {
                out.startObject();
                object.fields().forEach((name, field) -> {
                    out.name(name);
                    tree(field);
                });
                out.endObject();
            }
            case JsonArray array -> {
                out.startArray();
                array.items().forEach(this::tree);
                out.endArray();
            }
            case JsonString text -> out.string(text.value());
            case JsonNumber number -> {
                if (number.isWhole()) {
                    out.number(number.longValue());
                } else {
                    out.number(number.doubleValue());
                }
            }
            case JsonBool bool -> out.bool(bool.value());
            case JsonNull none -> out.none();
        }
    }
}
