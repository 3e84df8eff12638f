package io.podium.patch.apply;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonObject;
import java.util.ArrayList;
import java.util.TreeMap;

/** Takes fields and elements of lists out of a tree. Inside what is owned as a whole there is nothing to take out. */
final class TreePruning {
    private TreePruning() {}

    static JsonObject of(Shape shape, JsonObject tree, FieldSet removed) {
        return remove(shape, tree, removed) instanceof JsonObject object ? object : JsonObject.EMPTY;
    }

    private static Json remove(Shape shape, Json value, FieldSet removed) {
        return switch (shape.form(value, null)) {
            case LEAF -> value;
            case OBJECT -> value instanceof JsonObject object ? object(shape, object, removed) : Json.NULL;
            case LIST -> value instanceof JsonArray list ? list(shape, list, removed) : Json.NULL;
        };
    }

    /** What becomes of an object; null if nothing is left in it. */
    private static Json object(Shape shape, JsonObject object, FieldSet removed) {
        var kept = new TreeMap<String, Json>();
        object.fields().forEach((name, value) -> {
            var element = new PathElement.Name(name);
            if (!removed.has(element)) {
                var below = removed.below(element);
                kept.put(name, below.isEmpty() ? value : remove(shape.field(name), value, below));
            }
        });
        return kept.isEmpty() ? Json.NULL : JsonObject.of(kept);
    }

    private static Json list(Shape shape, JsonArray list, FieldSet removed) {
        var kept = new ArrayList<Json>();
        for (var item : list.items()) {
            var element = shape.identify(item);
            if (!removed.has(element)) {
                var below = removed.below(element);
                var rest = below.isEmpty() ? item : remove(shape.element(), item, below);
                if (!rest.isNull()) {
                    kept.add(rest);
                }
            }
        }
        return kept.isEmpty() ? Json.NULL : JsonArray.of(kept);
    }
}
