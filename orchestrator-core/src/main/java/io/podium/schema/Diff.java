package io.podium.schema;

import io.podium.api.meta.Sorted;
import io.podium.api.schema.Field;
import io.podium.api.schema.FieldType;
import io.podium.api.schema.Merge;
import io.podium.api.schema.Merge.Granularity;
import io.podium.api.schema.Schema;
import io.podium.schema.FieldPath.Step;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The fields in which two objects of one type differ, as finely as server-side apply tells them apart.
 *
 * <p>Parts that both objects share are not looked into: copies that were changed by withers cost what their change costs.
 */
public final class Diff {
    /** A value that changes its type leaves one of the declared fields and becomes an unknown one: one place, met twice. */
    private final Set<FieldPath> changes = new LinkedHashSet<>();

    private Diff() {}

    /**
     * The places where two objects differ.
     *
     * @param schema the schema of both
     * @param before one object
     * @param after the other
     * @param <T> their type
     * @return the paths of added, removed and changed values, in the order of the schema; none if the objects are equal
     */
    public static <T> List<FieldPath> between(Schema<T> schema, T before, T after) {
        var diff = new Diff();
        diff.objects(FieldPath.ROOT, schema, before, after);
        return List.copyOf(diff.changes);
    }

    private <T> void objects(FieldPath path, Schema<T> schema, T before, T after) {
        if (before == after) {
            return;
        }
        for (var field : schema.fields()) {
            field(
                    path.then(new Step.Name(field.name())),
                    field,
                    schema.get(before, field.index()),
                    schema.get(after, field.index()));
        }
        var old = schema.unknown(before).fields();
        var now = schema.unknown(after).fields();
        entries(old, now, (name, key) -> leaf(path.then(new Step.Name(name)), old.get(key), now.get(key)));
    }

    private void field(FieldPath path, Field field, @Nullable Object before, @Nullable Object after) {
        if (before == after) {
            return;
        }
        if (before == null || after == null || field.merge().granularity() == Granularity.ATOMIC) {
            leaf(path, before, after);
        } else {
            values(path, field.type(), field.merge(), before, after);
        }
    }

    private void values(FieldPath path, FieldType type, Merge merge, Object before, Object after) {
        switch (type) {
            case FieldType.Scalar scalar -> leaf(path, before, after);
            case FieldType.Struct struct -> structs(path, struct.schema(), before, after);
            case FieldType.Inline inline -> structs(path, inline.schema(), before, after);
            case FieldType.ListOf list -> lists(path, list, merge, (List<?>) before, (List<?>) after);
            case FieldType.MapOf map -> maps(path, map, (Map<?, ?>) before, (Map<?, ?>) after);
        }
    }

    private <T> void structs(FieldPath path, Schema<T> schema, Object before, Object after) {
        objects(path, schema, schema.type().cast(before), schema.type().cast(after));
    }

    private void maps(FieldPath path, FieldType.MapOf type, Map<?, ?> before, Map<?, ?> after) {
        entries(
                before,
                after,
                (name, key) -> either(path.then(new Step.Entry(name)), type.value(), before.get(key), after.get(key)));
    }

    private void lists(FieldPath path, FieldType.ListOf type, Merge merge, List<?> before, List<?> after) {
        var old = byIdentity(type, merge, before);
        var now = byIdentity(type, merge, after);
        if (old == null || now == null) {
            leaf(path, before, after);
            return;
        }
        var steps = new LinkedHashMap<Step, Object>(old);
        now.forEach(steps::putIfAbsent);
        steps.keySet().forEach(step -> either(path.then(step), type.element(), old.get(step), now.get(step)));
    }

    /** The elements by what tells them apart; null if nothing does. */
    private static @Nullable Map<Step, Object> byIdentity(FieldType.ListOf type, Merge merge, List<?> list) {
        var schema = type.element().schemaOrNull();
        var elements = new LinkedHashMap<Step, Object>();
        for (var element : list) {
            var step = switch (merge.granularity()) {
                case BY_VALUE -> new Step.Value(element);
                case BY_KEY -> schema == null ? null : new Step.Element(keys(schema, merge, element));
                case DEFAULT, ATOMIC -> null;
            };
            if (step == null || elements.put(step, element) != null) {
                return null;
            }
        }
        return merge.granularity() == Granularity.BY_VALUE || merge.granularity() == Granularity.BY_KEY
                ? elements
                : null;
    }

    private static <T> Map<String, Object> keys(Schema<T> schema, Merge merge, Object element) {
        var keys = Sorted.<Object>builder();
        for (var name : merge.keys()) {
            var field = Objects.requireNonNull(schema.field(name), name);
            var value = schema.get(schema.type().cast(element), field.index());
            if (value != null) {
                keys.put(name, value);
            }
        }
        return keys.build();
    }

    private void either(FieldPath path, FieldType type, @Nullable Object before, @Nullable Object after) {
        if (before == null || after == null) {
            leaf(path, before, after);
        } else if (before != after) {
            values(path, type, Merge.PLAIN, before, after);
        }
    }

    private void leaf(FieldPath path, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.add(path);
        }
    }

    /** Visits the keys of two maps in order, each once. */
    private static void entries(Map<?, ?> before, Map<?, ?> after, BiConsumer<String, Object> visit) {
        if (before == after || before.isEmpty() && after.isEmpty()) {
            return;
        }
        var keys = Sorted.<Object>builder();
        before.keySet().forEach(key -> keys.put((String) key, key));
        after.keySet().forEach(key -> keys.put((String) key, key));
        keys.build().forEach(visit);
    }
}
