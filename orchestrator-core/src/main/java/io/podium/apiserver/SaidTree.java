package io.podium.apiserver;

import io.podium.api.meta.ApiObject;
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
import io.podium.codec.Trees;
import org.jspecify.annotations.Nullable;

/**
 * An object as a tree of what its builder said. Fields without an absence of their own, which encoders write even when they have their zero
 * value, are left out then: an apply must not own what nobody wrote.
 */
final class SaidTree {
    private SaidTree() {}

    static JsonObject of(ApiObject<?> object) {
        return said(object.kind().schema(), Trees.toTree(object));
    }

    private static JsonObject said(Schema<?> schema, JsonObject tree) {
        return tree.map((name, value) -> {
            var field = schema.field(name);
            return field == null ? value : said(field, value);
        });
    }

    private static @Nullable Json said(Field field, Json value) {
        var said = said(field.type(), value);
        return !field.optional() && isZero(said) ? null : said;
    }

    private static Json said(FieldType type, Json value) {
        return switch (type) {
            case FieldType.Struct struct when value instanceof JsonObject tree -> said(struct.schema(), tree);
            case FieldType.Inline inline when value instanceof JsonObject tree -> said(inline.schema(), tree);
            case FieldType.ListOf list
            when value instanceof JsonArray items ->
                JsonArray.of(items.items().stream()
                        .map(item -> said(list.element(), item))
                        .toList());
            case FieldType.MapOf map
            when value instanceof JsonObject tree -> tree.map((key, entry) -> said(map.value(), entry));
            default -> value;
        };
    }

    private static boolean isZero(Json value) {
        return switch (value) {
            case JsonNull none -> true;
            case JsonObject tree -> tree.isEmpty();
            case JsonArray items -> items.items().isEmpty();
            case JsonString text -> text.value().isEmpty();
            case JsonBool flag -> !flag.value();
            case JsonNumber number -> number.doubleValue() == 0;
        };
    }
}
