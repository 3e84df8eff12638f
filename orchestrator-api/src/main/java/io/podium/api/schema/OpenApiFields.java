package io.podium.api.schema;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonBool;
import io.podium.api.meta.JsonObject;
import io.podium.api.meta.JsonString;
import io.podium.api.schema.FieldType.Scalar;
import io.podium.api.schema.Merge.Granularity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the fields of an object from a structural OpenAPI v3 schema. */
final class OpenApiFields {
    private OpenApiFields() {}

    static List<Field> of(JsonObject openApi) {
        var fields = new ArrayList<Field>();
        if (openApi.get("properties") instanceof JsonObject properties) {
            properties.fields().forEach((name, property) -> {
                if (property instanceof JsonObject schema) {
                    fields.add(field(fields.size(), name, schema));
                }
            });
        }
        return fields;
    }

    static boolean preservesUnknown(JsonObject openApi) {
        return isTrue(openApi, "x-kubernetes-preserve-unknown-fields");
    }

    private static Field field(int index, String name, JsonObject schema) {
        return new Field(index, name, 0, 0, type(schema), true, false, merge(schema), defaultText(schema), false);
    }

    private static FieldType type(JsonObject schema) {
        if (isTrue(schema, "x-kubernetes-int-or-string")) {
            return Scalar.INT_OR_STRING;
        }
        return switch (text(schema, "type").orElse("")) {
            case "string" -> Scalar.STRING;
            case "boolean" -> Scalar.BOOL;
            case "integer" -> text(schema, "format").filter("int32"::equals).isPresent() ? Scalar.INT32 : Scalar.INT64;
            case "number" -> Scalar.DOUBLE;
            case "array" ->
                new FieldType.ListOf(schema.get("items") instanceof JsonObject items ? type(items) : Scalar.JSON);
            case "object" ->
                schema.get("additionalProperties") instanceof JsonObject values
                        ? new FieldType.MapOf(type(values))
                        : new FieldType.Inline(JsonSchema.of(schema));
            default -> Scalar.JSON;
        };
    }

    private static Merge merge(JsonObject schema) {
        var granularity = text(schema, "x-kubernetes-list-type")
                .or(() -> text(schema, "x-kubernetes-map-type"))
                .map(kind -> switch (kind) {
                    case "map" -> Granularity.BY_KEY;
                    case "set" -> Granularity.BY_VALUE;
                    case "atomic" -> Granularity.ATOMIC;
                    default -> Granularity.DEFAULT;
                })
                .orElse(Granularity.DEFAULT);
        var keys = new ArrayList<String>();
        if (schema.get("x-kubernetes-list-map-keys") instanceof JsonArray names) {
            names.items().forEach(name -> name.asText().ifPresent(keys::add));
        }
        return granularity == Granularity.DEFAULT ? Merge.PLAIN : new Merge(granularity, keys, false, "", false);
    }

    private static @Nullable String defaultText(JsonObject schema) {
        var value = schema.get("default");
        return value == null ? null : value instanceof JsonString text ? text.value() : value.toString();
    }

    private static Optional<String> text(JsonObject schema, String name) {
        return Optional.<Json>ofNullable(schema.get(name)).flatMap(Json::asText);
    }

    private static boolean isTrue(JsonObject schema, String name) {
        return schema.get(name) == JsonBool.TRUE;
    }
}
