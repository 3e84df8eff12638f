package io.podium.patch;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonObject;
import io.podium.api.schema.Field;
import io.podium.api.schema.FieldType;
import io.podium.api.schema.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Makes strategic merge patches of any schema from a seed: with every directive, and now and then with a mistake. */
final class RandomPatches {
    private final Random random;
    private final RandomDocuments documents;

    RandomPatches(Random random, RandomDocuments documents) {
        this.random = random;
        this.documents = documents;
    }

    /** A patch that leaves the object its kind and its name. */
    JsonObject root(Schema<?> schema) {
        var patch = new TreeMap<String, Json>();
        for (var field : documents.fields(schema)) {
            if (random.nextInt(3) > 0) {
                patch.put(
                        field.name(),
                        field.type().schemaOrNull() instanceof Schema<?> inner
                                ? fields(inner, 1, true)
                                : value(field, 1));
            }
        }
        return JsonObject.of(patch);
    }

    private JsonObject fields(Schema<?> schema, int depth, boolean top) {
        var patch = new TreeMap<String, Json>();
        var fields = documents.fields(schema);
        for (int i = fields.isEmpty() ? 0 : 1 + random.nextInt(depth < 5 ? 4 : 2); i > 0; i--) {
            var field = fields.get(random.nextInt(fields.size()));
            if (top && List.of("name", "namespace", "managedFields").contains(field.name())) {
                continue;
            }
            put(patch, field, depth);
        }
        if (!top) {
            direct(patch, fields);
        }
        return JsonObject.of(patch);
    }

    private void direct(Map<String, Json> patch, List<Field> fields) {
        switch (random.nextInt(25)) {
            case 0 -> patch.put("$patch", Json.of(chance(30) ? "merge" : random.nextBoolean() ? "replace" : "delete"));
            case 1, 2 -> {
                var kept = new ArrayList<Json>();
                patch.keySet().stream()
                        .filter(name -> !name.startsWith("$") && !chance(60))
                        .map(Json::of)
                        .forEach(kept::add);
                fields.stream()
                        .filter(field -> chance(3))
                        .map(field -> Json.of(field.name()))
                        .forEach(kept::add);
                patch.put("$retainKeys", JsonArray.of(kept));
            }
            default -> {}
        }
    }

    private void put(Map<String, Json> patch, Field field, int depth) {
        if (chance(10)) {
            patch.put(field.name(), Json.NULL);
        } else if (chance(150)) {
            patch.put(field.name(), JsonObject.of("a", JsonObject.of("$patch", Json.of("delete"))));
        } else if (field.type() instanceof FieldType.ListOf && field.merge().strategic()) {
            putList(patch, field, depth);
        } else {
            patch.put(field.name(), value(field, depth));
        }
    }

    private void putList(Map<String, Json> patch, Field field, int depth) {
        if (patch.keySet().stream().anyMatch(name -> name.endsWith(field.name()))) {
            return;
        }
        boolean keyed = RandomDocuments.isKeyed(field);
        var elements = keyed ? keyedElements(field, depth) : scalars(field);
        if (!chance(5)) {
            patch.put(field.name(), JsonArray.of(elements));
        }
        if (!keyed && chance(2)) {
            var deleted = new ArrayList<>(scalars(field));
            deleted.removeAll(elements); // to add and delete one is a matter of luck
            patch.put("$deleteFromPrimitiveList/" + field.name(), JsonArray.of(deleted));
        }
        if (chance(3)) {
            patch.put("$setElementOrder/" + field.name(), JsonArray.of(order(field, keyed, elements)));
        }
    }

    private List<Json> scalars(Field field) {
        return ((JsonArray) documents.value(field, 9)).items();
    }

    private List<Json> keyedElements(Field field, int depth) {
        var key = field.merge().patchKey();
        var element = ((FieldType.ListOf) field.type()).element().schemaOrNull();
        var elements = new ArrayList<Json>();
        for (var value : documents.keys(field, 1 + random.nextInt(3))) {
            if (chance(6)) {
                elements.add(JsonObject.of("$patch", Json.of(chance(40) ? "merge" : "delete"))
                        .with(key, value));
            } else {
                var changes = element == null || depth > 9 ? JsonObject.EMPTY : fields(element, depth + 1, false);
                elements.add(chance(200) ? changes : changes.with(key, value));
            }
        }
        if (chance(25)) {
            elements.add(random.nextInt(elements.size() + 1), JsonObject.of("$patch", Json.of("replace")));
        }
        return elements;
    }

    private List<Json> order(Field field, boolean keyed, List<Json> elements) {
        var key = field.merge().patchKey();
        var order = new LinkedHashSet<Json>();
        for (var element : elements) {
            if (!keyed) {
                order.add(element);
            } else if (((JsonObject) element).get(key) instanceof Json value) {
                order.add(JsonObject.of(key, value));
            }
            if (chance(3)) {
                documents.keys(field, 1).forEach(other -> order.add(keyed ? JsonObject.of(key, other) : other));
            }
        }
        var list = new ArrayList<>(order);
        if (chance(15)) {
            Collections.shuffle(list, random);
        }
        return list;
    }

    private Json value(Field field, int depth) {
        return field.type() instanceof FieldType.MapOf map ? entries(map, depth) : value(field.type(), field, depth);
    }

    private Json value(FieldType type, Field field, int depth) {
        var schema = type.schemaOrNull();
        return schema == null || depth > 9 ? documents.value(field, depth) : fields(schema, depth + 1, false);
    }

    private Json entries(FieldType.MapOf map, int depth) {
        var patch = new TreeMap<>(((JsonObject) documents.value(map, depth)).fields());
        if (chance(3)) {
            patch.put(documents.word(), Json.NULL);
        }
        direct(patch, List.of());
        return JsonObject.of(patch);
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }
}
