package io.podium.api.schema;

import io.podium.api.meta.Bytes;
import io.podium.api.meta.IntOrString;
import io.podium.api.meta.Json;
import io.podium.api.meta.Quantity;
import io.podium.api.schema.FieldType.Scalar;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values for the fields of any schema, none of them zero. */
final class SampleValues {
    /** Types nest in circles (a JSON schema holds JSON schemas), so samples end somewhere. */
    private static final int DEPTH = 3;

    private SampleValues() {}

    static <T> T object(Schema<T> schema) {
        return schema.create(values(schema, 0), UnknownFields.NONE);
    }

    static @Nullable Object[] values(Schema<?> schema) {
        return values(schema, 0);
    }

    private static @Nullable Object[] values(Schema<?> schema, int depth) {
        var values = new @Nullable Object[schema.fields().size()];
        for (var field : schema.fields()) {
            values[field.index()] = value(field.type(), field.index() + 1, depth);
        }
        return values;
    }

    private static @Nullable Object value(FieldType type, int seed, int depth) {
        return switch (type) {
            case Scalar scalar -> scalar(scalar, seed);
            case FieldType.Struct struct -> depth < DEPTH ? struct(struct.schema(), depth) : null;
            case FieldType.Inline inline -> depth < DEPTH ? struct(inline.schema(), depth) : null;
            case FieldType.ListOf list -> {
                var element = value(list.element(), seed, depth);
                yield element == null ? List.of() : List.of(element);
            }
            case FieldType.MapOf map -> {
                var element = value(map.value(), seed, depth);
                yield element == null ? Map.of() : Map.of("key", element);
            }
        };
    }

    private static <T> T struct(Schema<T> schema, int depth) {
        return schema.create(values(schema, depth + 1), UnknownFields.NONE);
    }

    private static Object scalar(Scalar scalar, int seed) {
        return switch (scalar) {
            case STRING -> "text-" + seed;
            case BOOL -> true;
            case INT32 -> seed;
            case INT64 -> (long) seed;
            case DOUBLE -> seed / 2.0;
            case BYTES -> Bytes.ofUtf8("bytes-" + seed);
            case TIME, MICRO_TIME -> Instant.ofEpochSecond(seed);
            case QUANTITY -> Quantity.of(seed);
            case INT_OR_STRING -> IntOrString.of(seed);
            case JSON -> Json.of("json-" + seed);
        };
    }
}
