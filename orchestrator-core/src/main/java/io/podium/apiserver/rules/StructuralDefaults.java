package io.podium.apiserver.rules;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonObject;
import org.jspecify.annotations.Nullable;

/** What a structural schema makes of a value: a field that is absent, or null without being allowed to, gets its default. */
final class StructuralDefaults {
    private StructuralDefaults() {}

    /** The completed value; the same reference if nothing was missing. */
    static Json completed(JsonObject schema, Json value) {
        return switch (value) {
            case JsonObject object -> object(schema, object);
            case JsonArray array -> StructuralSchema.eachItem(schema, array, StructuralDefaults::completed);
            default -> value;
        };
    }

    private static Json object(JsonObject schema, JsonObject object) {
        var properties = StructuralSchema.properties(schema);
        var result = object;
        for (var entry : object.fields().entrySet()) {
            var property = StructuralSchema.of(properties, entry.getKey());
            var field = property == null ? StructuralSchema.additional(schema) : property;
            var completed = field == null ? entry.getValue() : completed(field, entry.getValue());
            if (completed != entry.getValue()) {
                result = result.with(entry.getKey(), completed);
            }
        }
        for (var property : properties.entrySet()) {
            if (property.getValue() instanceof JsonObject field && isMissing(field, result.get(property.getKey()))) {
                var value = field.get("default");
                if (value != null) {
                    result = result.with(property.getKey(), completed(field, value));
                }
            }
        }
        return result;
    }

    private static boolean isMissing(JsonObject field, @Nullable Json value) {
        return value == null || StructuralSchema.isForbiddenNull(field, value);
    }
}
