package io.podium.patch.apply;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonNumber;
import io.podium.api.meta.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares two trees along a shape. What is owned as a whole differs as a whole; in lists with keys, elements of one key are compared,
 * wherever they stand.
 */
final class TreeComparison {
    private final Comparison.Builder found;

    TreeComparison(Comparison.Builder found) {
        this.found = found;
    }

    static Comparison of(Shape shape, JsonObject older, JsonObject newer) {
        var found = new Comparison.Builder();
        new TreeComparison(found).objects(FieldPath.ROOT, shape, older, newer);
        return found.build();
    }

    /** Compares two values, of which one may be absent. */
    void values(FieldPath path, Shape shape, @Nullable Json older, @Nullable Json newer) {
        if (older == newer) {
            return;
        }
        boolean walked = switch (shape.form(older, newer)) {
            case LEAF -> false;
            case OBJECT -> {
                var a = older instanceof JsonObject object ? object : JsonObject.EMPTY;
                var b = newer instanceof JsonObject object ? object : JsonObject.EMPTY;
                objects(path, shape, a, b);
                yield !a.isEmpty() || !b.isEmpty();
            }
            case LIST -> {
                var a = older instanceof JsonArray list ? list : JsonArray.EMPTY;
                var b = newer instanceof JsonArray list ? list : JsonArray.EMPTY;
                lists(path, shape, a, b);
                yield a.size() + b.size() > 0;
            }
        };
        if (older == null) {
            found.added.add(path);
        } else if (newer == null) {
            found.removed.add(path);
        } else if (!walked && !same(older, newer)) {
            found.modified.add(path);
        }
    }

    private void objects(FieldPath path, Shape shape, JsonObject older, JsonObject newer) {
        if (older == newer) {
            return;
        }
        older.fields().forEach((name, value) -> values(path.field(name), shape.field(name), value, newer.get(name)));
        newer.fields().forEach((name, value) -> {
            if (!older.has(name)) {
                values(path.field(name), shape.field(name), null, value);
            }
        });
    }

    private void lists(FieldPath path, Shape shape, JsonArray older, JsonArray newer) {
        var old = byElement(shape, older);
        var now = byElement(shape, newer);
        old.forEach(
                (element, items) -> elements(path.then(element), shape, items, now.getOrDefault(element, List.of())));
        now.forEach((element, items) -> {
            if (!old.containsKey(element)) {
                elements(path.then(element), shape, List.of(), items);
            }
        });
    }

    private static Map<PathElement, List<Json>> byElement(Shape shape, JsonArray list) {
        var elements = new LinkedHashMap<PathElement, List<Json>>();
        for (var item : list.items()) {
            PathElement element;
            try {
                element = shape.identify(item);
            } catch (IllegalArgumentException e) {
                continue; // validation refuses such an element; until then nobody owns it
            }
            elements.computeIfAbsent(element, key -> new ArrayList<>(1)).add(item);
        }
        return elements;
    }

    /** Elements of one key: nearly always one each. Where there are more, they are owned as a whole. */
    private void elements(FieldPath path, Shape shape, List<Json> older, List<Json> newer) {
        if (older.size() <= 1 && newer.size() <= 1) {
            values(
                    path,
                    shape.element(),
                    older.isEmpty() ? null : older.getFirst(),
                    newer.isEmpty() ? null : newer.getFirst());
        } else if (older.size() > 1 && newer.size() > 1) {
            if (!same(JsonArray.of(older), JsonArray.of(newer))) {
                found.modified.add(path);
            }
        } else if (older.size() > 1) {
            newer.forEach(item -> values(path, shape.element(), null, item));
            found.removed.add(path);
        } else {
            older.forEach(item -> values(path, shape.element(), item, null));
            found.added.add(path);
        }
    }

    /** Whether two values are equal; a whole number equals a double of its value. */
    static boolean same(Json a, Json b) {
        return a == b
                || switch (a) {
                    case JsonNumber x
                    when b instanceof JsonNumber y ->
                        x.equals(y) || x.isWhole() != y.isWhole() && x.doubleValue() == y.doubleValue();
                    case JsonArray x when b instanceof JsonArray y -> sameItems(x.items(), y.items());
                    case JsonObject x
                    when b instanceof JsonObject y ->
                        x.fields().keySet().equals(y.fields().keySet())
                                && sameItems(
                                        List.copyOf(x.fields().values()),
                                        List.copyOf(y.fields().values()));
                    default -> a.equals(b);
                };
    }

    private static boolean sameItems(List<Json> a, List<Json> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!same(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }
}
