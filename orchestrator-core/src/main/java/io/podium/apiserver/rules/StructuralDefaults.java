package io.podium.apiserver.rules;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonNull;
import io.podium.api.meta.JsonObject;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a structural schema makes of a value: fields it does not know are dropped, a null that it does not allow counts as absent, and
 * what is absent gets its default.
 */
final class StructuralDefaults {
    private StructuralDefaults() {}

    /** The completed value; the same reference if nothing was missing or too much. */
    static Json completed(JsonObject schema, Json value) {
        return switch (value) {
            case JsonObject object -> object(schema, object);
            case JsonArray array -> array(schema, array);
            default -> value;
        };
    }

    private static Json object(JsonObject schema, JsonObject object) {
        var properties = StructuralSchema.properties(schema);
        var result = object;
        for (var entry : object.fields().entrySet()) {
            var property = StructuralSchema.of(properties, entry.getKey());
            var field = property == null ? StructuralSchema.additional(schema) : property;
            var kept = field == null ? unknown(schema, entry.getValue()) : known(field, entry.getValue());
            if (kept == null) {
                result = result.without(entry.getKey());
            } else if (kept != entry.getValue()) {
                result = result.with(entry.getKey(), kept);
            }
        }
        return withDefaults(properties, result);
    }

    private static @Nullable Json unknown(JsonObject schema, Json value) {
        boolean kept = StructuralSchema.isTrue(schema, "x-kubernetes-preserve-unknown-fields")
                || StructuralSchema.isTrue(schema, "additionalProperties");
        return kept ? value : null;
    }

    private static @Nullable Json known(JsonObject field, Json value) {
        boolean absent = value instanceof JsonNull && !StructuralSchema.isTrue(field, "nullable");
        return absent ? null : completed(field, value);
    }

    private static JsonObject withDefaults(Map<String, Json> properties, JsonObject object) {
        var result = object;
        for (var property : properties.entrySet()) {
            if (property.getValue() instanceof JsonObject field && !result.has(property.getKey())) {
                var value = field.get("default");
                if (value != null) {
                    result = result.with(property.getKey(), completed(field, value));
                }
            }
        }
        return result;
    }

    private static Json array(JsonObject schema, JsonArray array) {
        if (!(schema.get("items") instanceof JsonObject items)) {
            return array;
        }
        ArrayList<Json> changed = null;
        for (int i = 0; i < array.size(); i++) {
            var item = array.get(i);
            var completed = completed(items, item);
            if (completed != item) {
                changed = changed == null ? new ArrayList<>(array.items()) : changed;
                changed.set(i, completed);
            }
        }
        return changed == null ? array : JsonArray.of(changed);
    }
}
