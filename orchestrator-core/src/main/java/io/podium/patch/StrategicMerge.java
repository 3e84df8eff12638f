package io.podium.patch;

import static io.podium.patch.Directives.DELETE_FROM_LIST;
import static io.podium.patch.Directives.ELEMENT_ORDER;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonObject;
import io.podium.api.schema.Field;
import io.podium.api.schema.FieldType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Merges the objects of a strategic merge patch into those of a document, field by field. */
final class StrategicMerge {
    private final Map<String, Json> result;
    private final Map<String, Json> patch;
    private final FieldType type;

    private StrategicMerge(JsonObject original, JsonObject patch, FieldType type) {
        this.result = new TreeMap<>(original.fields());
        this.patch = new TreeMap<>(patch.fields());
        this.type = type;
    }

    /**
     * Merges two objects.
     *
     * @param type what is known of them
     */
    static JsonObject objects(JsonObject original, JsonObject patch, FieldType type) {
        var directive = patch.get(Directives.PATCH);
        if (directive != null) {
            return Directives.directed(directive, patch);
        }
        var merge = new StrategicMerge(original, patch, type);
        Directives.retainKeys(merge.result, merge.patch);
        merge.mergeOrderedLists();
        merge.patch.forEach(merge::mergeField);
        return JsonObject.of(merge.result);
    }

    /** Lists whose order the patch gives are merged first, order and elements together. */
    private void mergeOrderedLists() {
        for (var directive : patch.keySet().stream()
                .filter(name -> name.startsWith(ELEMENT_ORDER))
                .toList()) {
            var order = items(directive, Objects.requireNonNull(patch.get(directive)));
            var name = Directives.listOf(directive, ELEMENT_ORDER);
            var original = result.containsKey(name) ? items(name, result.get(name)) : null;
            var changes = patch.containsKey(name) ? items(name, patch.get(name)) : null;
            var list = new StrategicList(listField(name));
            list.checkOrder(name, changes == null ? List.of() : changes, order);
            patch.remove(directive);
            if (original == null && changes == null) {
                continue;
            }
            result.put(name, JsonArray.of(list.mergeInOrder(original, changes, order)));
            patch.remove(name);
        }
    }

    private static List<Json> items(String name, Json value) {
        if (value instanceof JsonArray array) {
            return array.items();
        }
        throw PatchException.malformed("expected a list at \"" + name + "\", but received " + Kinds.of(value));
    }

    private void mergeField(String directiveOrName, Json change) {
        boolean deletes = directiveOrName.startsWith(DELETE_FROM_LIST);
        var name = deletes ? Directives.listOf(directiveOrName, DELETE_FROM_LIST) : directiveOrName;
        var original = result.get(name);
        if (change.isNull()) {
            result.remove(name);
        } else if (original == null || !Kinds.same(original, change)) {
            if (!deletes) {
                put(name, change);
            }
        } else if (change instanceof JsonObject object) {
            result.put(name, objects((JsonObject) original, object, field(name).type()));
        } else if (change instanceof JsonArray array) {
            var list = new StrategicList(listField(name));
            var items = ((JsonArray) original).items();
            result.put(
                    name, JsonArray.of(deletes ? list.delete(items, array.items()) : list.merge(items, array.items())));
        } else {
            result.put(name, change);
        }
    }

    private void put(String name, Json change) {
        var value = Directives.addable(change);
        if (value == null) {
            result.remove(name);
        } else {
            result.put(name, value);
        }
    }

    private Field listField(String name) {
        var field = field(name);
        if (field.type() instanceof FieldType.ListOf) {
            return field;
        }
        throw PatchException.malformed("field \"" + name + "\" is no list");
    }

    private Field field(String name) {
        var schema = type.schemaOrNull();
        if (schema == null) {
            throw PatchException.malformed(
                    "field \"" + name + "\" cannot be merged: it lies in a value whose fields have no declared types");
        }
        var field = schema.field(name);
        if (field == null) {
            throw PatchException.malformed("unable to find api field in "
                    + schema.type().getSimpleName() + " for the json field \"" + name + "\"");
        }
        return field;
    }
}
