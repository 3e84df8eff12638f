package io.podium.apiserver.rules;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonBool;
import io.podium.api.meta.JsonNumber;
import io.podium.api.meta.JsonObject;
import io.podium.api.meta.Sorted;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads an OpenAPI v3 schema that is itself JSON. */
final class StructuralSchema {
    private StructuralSchema() {}

    static Map<String, Json> properties(JsonObject schema) {
        return schema.get("properties") instanceof JsonObject properties ? properties.fields() : Sorted.empty();
    }

    /** The schema of a declared field, or null. */
    static @Nullable JsonObject of(Map<String, Json> properties, String name) {
        return properties.get(name) instanceof JsonObject field ? field : null;
    }

    /** The schema of fields that are not declared, or null if it has none. */
    static @Nullable JsonObject additional(JsonObject schema) {
        return schema.get("additionalProperties") instanceof JsonObject additional ? additional : null;
    }

    static boolean isTrue(JsonObject schema, String name) {
        return schema.get(name) instanceof JsonBool flag && flag.value();
    }

    /** Whether a value is a null that its schema does not allow. */
    static boolean isForbiddenNull(JsonObject schema, Json value) {
        return value.isNull() && !isTrue(schema, "nullable");
    }

    static String text(JsonObject schema, String name) {
        var value = schema.get(name);
        return value == null ? "" : value.asText().orElse("");
    }

    static @Nullable Double number(JsonObject schema, String name) {
        return schema.get(name) instanceof JsonNumber number ? number.doubleValue() : null;
    }

    /** An array, each item of which something is made of under the schema for items; the same reference if nothing changes. */
    static JsonArray eachItem(JsonObject schema, JsonArray array, BiFunction<JsonObject, Json, Json> change) {
        if (!(schema.get("items") instanceof JsonObject items)) {
            return array;
        }
        ArrayList<Json> changed = null;
        for (int i = 0; i < array.size(); i++) {
            var item = array.get(i);
            var made = change.apply(items, item);
            if (made != item) {
                changed = changed == null ? new ArrayList<>(array.items()) : changed;
                changed.set(i, made);
            }
        }
        return changed == null ? array : JsonArray.of(changed);
    }
}
