package io.podium.patch;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonObject;
import io.podium.api.schema.Field;
import io.podium.api.schema.FieldType;
import io.podium.api.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Makes objects of any schema from a seed. Values come from few, so that objects and patches meet. */
public final class RandomDocuments {
    private static final List<String> WORDS = List.of("a", "b", "c", "d");

    private final Random random;
    private final Set<String> leftOut;

    /**
     * A source of objects.
     *
     * @param random where randomness comes from
     * @param leftOut names of fields that no object gets
     */
    public RandomDocuments(Random random, Set<String> leftOut) {
        this.random = random;
        this.leftOut = leftOut;
    }

    /** An object of a kind, with the fields that every manifest has. */
    public JsonObject root(Schema<?> schema, String apiVersion, String kind, String name) {
        var root = JsonObject.builder().put("apiVersion", apiVersion).put("kind", kind);
        for (var field : schema.fields()) {
            if (!leftOut.contains(field.name()) && (field.name().equals("metadata") || random.nextInt(5) > 0)) {
                root.put(field.name(), value(field, 1));
            }
        }
        return root.build().with(List.of("metadata", "name"), Json.of(name));
    }

    JsonObject object(Schema<?> schema, int depth) {
        var object = JsonObject.builder();
        int size = Math.max(1, schema.fields().size());
        for (var field : fields(schema)) {
            if (random.nextInt(size) < (depth < 4 ? 7 : 4)) {
                object.put(field.name(), value(field, depth + 1));
            }
        }
        return object.build();
    }

    List<Field> fields(Schema<?> schema) {
        return schema.fields().stream()
                .filter(field -> !leftOut.contains(field.name()))
                .toList();
    }

    Json value(Field field, int depth) {
        if (field.type() instanceof FieldType.ListOf list) {
            if (isKeyed(field)) {
                return keyedList(field, depth);
            }
            var items = list(list.element(), depth);
            return field.merge().strategic() ? distinct(items) : items;
        }
        return value(field.type(), depth);
    }

    static boolean isKeyed(Field field) {
        return field.merge().strategic() && !field.merge().patchKey().isEmpty();
    }

    Json value(FieldType type, int depth) {
        return switch (type) {
            case FieldType.Scalar scalar -> scalar(scalar);
            case FieldType.ListOf list -> list(list.element(), depth);
            case FieldType.MapOf map -> map(map, depth);
            case FieldType.Struct struct -> depth > 9 ? JsonObject.EMPTY : object(struct.schema(), depth);
            case FieldType.Inline inline -> depth > 9 ? JsonObject.EMPTY : object(inline.schema(), depth);
        };
    }

    private Json list(FieldType element, int depth) {
        var items = new ArrayList<Json>();
        for (int i = random.nextInt(4); i > 0; i--) {
            items.add(value(element, depth));
        }
        return JsonArray.of(items);
    }

    /** Where a set has a scalar twice, the order that Kubernetes gives it depends on how Go has grown the array. */
    private static Json distinct(Json list) {
        return JsonArray.of(((JsonArray) list).items().stream().distinct().toList());
    }

    private Json map(FieldType.MapOf map, int depth) {
        var object = JsonObject.builder();
        for (int i = random.nextInt(4); i > 0; i--) {
            object.put(word(), value(map.value(), depth + 1));
        }
        return object.build();
    }

    private Json keyedList(Field field, int depth) {
        var element = ((FieldType.ListOf) field.type()).element();
        var items = new ArrayList<Json>();
        for (var key : keys(field, random.nextInt(4))) {
            items.add(((JsonObject) value(element, depth)).with(field.merge().patchKey(), key));
        }
        if (!items.isEmpty() && random.nextInt(20) == 0) {
            items.add(items.get(random.nextInt(items.size())));
        }
        return JsonArray.of(items);
    }

    /** Different values of the merge key of a list. */
    Set<Json> keys(Field list, int count) {
        var element = ((FieldType.ListOf) list.type()).element().schemaOrNull();
        var key = element == null ? null : element.field(list.merge().patchKey());
        var keys = new LinkedHashSet<Json>();
        for (int i = 0; i < count; i++) {
            keys.add(key == null ? Json.of(word()) : value(key.type(), 0));
        }
        return keys;
    }

    String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private Json scalar(FieldType.Scalar scalar) {
        return switch (scalar) {
            case STRING -> Json.of(word());
            case BOOL -> Json.of(random.nextBoolean());
            case INT32, INT64 -> Json.of(1 + random.nextInt(3));
            case DOUBLE -> Json.of(0.5 + random.nextInt(3));
            case BYTES -> Json.of(random.nextBoolean() ? "YQ==" : "Yg==");
            case TIME -> Json.of("2026-01-0" + (1 + random.nextInt(3)) + "T00:00:00Z");
            case MICRO_TIME -> Json.of("2026-01-0" + (1 + random.nextInt(3)) + "T00:00:00.000000Z");
            case QUANTITY -> Json.of(random.nextBoolean() ? "1" : "500m");
            case INT_OR_STRING -> random.nextBoolean() ? Json.of(1 + random.nextInt(3)) : Json.of(word());
            case JSON -> JsonObject.of(word(), Json.of(1));
        };
    }
}
