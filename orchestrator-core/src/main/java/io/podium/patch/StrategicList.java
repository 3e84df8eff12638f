package io.podium.patch;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonObject;
import io.podium.api.schema.Field;
import io.podium.api.schema.FieldType;
import io.podium.api.schema.Merge;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Merges the lists of a strategic merge patch into those of a document: by merge key if elements are objects, as sets if they are
 * scalars, and not at all (the patch replaces the list) if the field does not say so.
 */
final class StrategicList {
    private final Merge merge;
    private final FieldType element;
    private final String key;

    StrategicList(Field field) {
        this.merge = field.merge();
        this.element = ((FieldType.ListOf) field.type()).element();
        this.key = merge.patchKey();
    }

    List<Json> merge(List<Json> original, List<Json> changes) {
        return merge.strategic() ? mergeElements(original, changes, false) : changes;
    }

    /** Removes scalars. */
    List<Json> delete(List<Json> original, List<Json> deleted) {
        return mergeElements(original, deleted, true);
    }

    /**
     * Refuses changes that come in another order than the one that the patch gives. Deletions may come anywhere, {@code {$patch:
     * replace}} anywhere before the last element.
     */
    void checkOrder(String name, List<Json> changes, List<Json> order) {
        if (order.isEmpty() || changes.isEmpty()) {
            return;
        }
        var ordered = changes.stream().filter(change -> !isDeletion(change)).toList();
        int next = 0;
        int place = 0;
        while (next < ordered.size() && place < order.size()) {
            var change = ordered.get(next);
            if (change instanceof JsonObject object && object.has(Directives.PATCH)) {
                next++;
            } else if (sameElement(change, order.get(place++))) {
                next++;
            }
        }
        if (next < ordered.size()) {
            throw PatchException.malformed("The order in patch list " + changes + " of \"" + name
                    + "\" doesn't match $setElementOrder list " + order);
        }
    }

    private boolean isDeletion(Json change) {
        if (key.isEmpty()) {
            return false;
        }
        var directive = ElementOrder.object(change).get(Directives.PATCH);
        return directive != null && Directives.word(directive).equals("delete");
    }

    private boolean sameElement(Json a, Json b) {
        return key.isEmpty() ? a.equals(b) : keyOf(a).equals(keyOf(b));
    }

    /** Merges a list for which the patch gives the order, be there changes of its elements or not. */
    List<Json> mergeInOrder(@Nullable List<Json> original, @Nullable List<Json> changes, List<Json> order) {
        List<Json> merged;
        if (original == null) {
            merged = Directives.withoutDirectives(changes == null ? List.of() : changes);
        } else {
            merged = changes == null ? original : merge(original, changes);
        }
        var before = original == null ? List.<Json>of() : original;
        requireOneKind(before, changes == null ? List.of() : changes);
        return new ElementOrder(key).arrange(merged, order, changes == null ? before : withSuccessors(before, changes));
    }

    /**
     * The list before the patch, in which as many added elements as there are deleted ones stand at the end: in Kubernetes they move
     * into the room that those leave, and are found there when the order is made.
     */
    private List<Json> withSuccessors(List<Json> before, List<Json> changes) {
        if (!merge.strategic() || key.isEmpty()) {
            return before;
        }
        var deleted = changes.stream().filter(this::isDeletion).map(this::keyOf).toList();
        var list = new ArrayList<Json>();
        before.stream().filter(item -> !deleted.contains(keyOf(item))).forEach(list::add);
        var known = new LinkedHashSet<Json>();
        list.forEach(item -> known.add(keyOf(item)));
        for (var change : changes) {
            boolean added = !((JsonObject) change).has(Directives.PATCH) && known.add(keyOf(change));
            if (added && list.size() < before.size()) {
                list.add(change);
            }
        }
        return list;
    }

    private List<Json> mergeElements(List<Json> original, List<Json> changes, boolean deletes) {
        if (original.isEmpty() && changes.isEmpty()) {
            return original;
        }
        if (!(requireOneKind(original, changes) instanceof JsonObject)) {
            return deletes
                    ? without(original, changes)
                    : new ElementOrder(key).arrange(union(original, changes), changes, original);
        }
        if (key.isEmpty()) {
            throw PatchException.malformed("cannot merge lists without merge key: " + changes);
        }
        return mergeObjects(original, changes);
    }

    private static List<Json> without(List<Json> original, List<Json> deleted) {
        return original.stream().filter(item -> !deleted.contains(item)).toList();
    }

    private static List<Json> union(List<Json> original, List<Json> added) {
        var union = new LinkedHashSet<>(original);
        union.addAll(added);
        return List.copyOf(union);
    }

    private List<Json> mergeObjects(List<Json> original, List<Json> changes) {
        var merged = new ArrayList<>(original);
        var added = new ArrayList<JsonObject>();
        boolean replaces = false;
        for (var item : changes) {
            var change = (JsonObject) item;
            var directive = change.get(Directives.PATCH);
            if (directive == null) {
                added.add(change);
            } else if (Directives.word(directive).equals("delete")) {
                deleteAll(merged, keyOf(change));
            } else if (Directives.word(directive).equals("replace")) {
                replaces = true;
            } else if (Directives.word(directive).equals("merge")) {
                throw PatchException.malformed("merging lists cannot yet be specified in the patch: " + change);
            } else {
                throw Directives.unknown(directive, change);
            }
        }
        if (replaces) {
            added.forEach(this::keyOf);
            return List.copyOf(added);
        }
        var before = List.copyOf(merged);
        added.forEach(change -> mergeObject(merged, change));
        return new ElementOrder(key).arrange(merged, List.copyOf(added), before);
    }

    private void deleteAll(List<Json> items, Json deleted) {
        items.removeIf(item -> deleted.equals(((JsonObject) item).get(key)));
    }

    private void mergeObject(List<Json> merged, JsonObject change) {
        var changed = keyOf(change);
        for (int i = 0; i < merged.size(); i++) {
            var item = (JsonObject) merged.get(i);
            if (changed.equals(item.get(key))) {
                merged.set(i, StrategicMerge.objects(item, change, element));
                return;
            }
        }
        merged.add(change);
    }

    private Json keyOf(Json item) {
        return ElementOrder.keyOf(item, key);
    }

    /** Refuses lists whose elements are not all of one kind, and lists of lists; answers one of the elements. */
    private static Json requireOneKind(List<Json> original, List<Json> changes) {
        if (original.isEmpty() && changes.isEmpty()) {
            throw PatchException.malformed("no elements in any of the given slices");
        }
        var first = original.isEmpty() ? changes.getFirst() : original.getFirst();
        if (first instanceof JsonArray) {
            throw PatchException.unfit("lists of lists are not supported");
        }
        for (var list : List.of(original, changes)) {
            for (var item : list) {
                if (!Kinds.same(first, item)) {
                    throw PatchException.malformed("list element types are not identical: " + original + " " + changes);
                }
            }
        }
        return first;
    }
}
