package io.podium.apiserver.rules;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonObject;
import org.jspecify.annotations.Nullable;

/** What a structural schema leaves of a value: fields it does not know are dropped, and so is a null that it does not allow. */
final class StructuralPruning {
    private StructuralPruning() {}

    /** What is left of a value; the same reference if nothing was dropped. */
    static Json pruned(JsonObject schema, Json value) {
        return switch (value) {
            case JsonObject object -> object(schema, object);
            case JsonArray array -> StructuralSchema.eachItem(schema, array, StructuralPruning::pruned);
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
        return result;
    }

    private static @Nullable Json unknown(JsonObject schema, Json value) {
        boolean kept = StructuralSchema.isTrue(schema, "x-kubernetes-preserve-unknown-fields")
                || StructuralSchema.isTrue(schema, "additionalProperties");
        return kept ? value : null;
    }

    private static @Nullable Json known(JsonObject field, Json value) {
        return StructuralSchema.isForbiddenNull(field, value) ? null : pruned(field, value);
    }
}
