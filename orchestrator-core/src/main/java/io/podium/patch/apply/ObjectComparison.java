package io.podium.patch.apply;

import io.podium.api.meta.Json;
import io.podium.api.meta.ObjectMeta;
import io.podium.api.schema.Field;
import io.podium.api.schema.FieldType;
import io.podium.api.schema.Merge;
import io.podium.api.schema.Schema;
import io.podium.codec.Trees;
import org.jspecify.annotations.Nullable;

/**
 * Compares two objects along their schema, with the result that comparing their trees would have. Whatever the two share is skipped,
 * and only values that differ become trees: a write that changes little costs little.
 */
final class ObjectComparison {
    private final Comparison.Builder found = new Comparison.Builder();
    private final TreeComparison trees = new TreeComparison(found);

    private ObjectComparison() {}

    static <T> Comparison of(Schema<T> schema, T older, T newer) {
        var comparison = new ObjectComparison();
        comparison.objects(FieldPath.ROOT, schema, older, newer);
        return comparison.found.build();
    }

    private <T> void objects(FieldPath path, Schema<T> schema, T older, T newer) {
        if (older == newer) {
            return;
        }
        boolean metadata = schema.type() == ObjectMeta.class;
        for (var field : schema.fields()) {
            if (metadata && field.name().equals("managedFields")) {
                continue; // owners own no owners
            }
            fields(path, field, schema.get(older, field.index()), schema.get(newer, field.index()));
        }
        var before = schema.unknown(older).fields();
        var after = schema.unknown(newer).fields();
        if (!before.equals(after)) {
            before.forEach((name, value) -> trees.values(path.field(name), Shape.UNKNOWN, value, after.get(name)));
            after.forEach((name, value) -> {
                if (!before.containsKey(name)) {
                    trees.values(path.field(name), Shape.UNKNOWN, null, value);
                }
            });
        }
    }

    private void fields(FieldPath path, Field field, @Nullable Object older, @Nullable Object newer) {
        if (older == newer || older != null && isScalar(field) && older.equals(newer)) {
            return;
        }
        if (older != null && newer != null && field.merge().granularity() != Merge.Granularity.ATOMIC) {
            switch (field.type()) {
                case FieldType.Struct struct -> {
                    structs(path.field(field.name()), struct.schema(), older, newer);
                    return;
                }
                case FieldType.Inline inline -> {
                    structs(path.field(field.name()), inline.schema(), older, newer);
                    return;
                }
                default -> {}
            }
        }
        trees.values(path.field(field.name()), Shape.of(field), tree(field, older), tree(field, newer));
    }

    private static boolean isScalar(Field field) {
        return field.type() instanceof FieldType.Scalar;
    }

    private <T> void structs(FieldPath path, Schema<T> schema, Object older, Object newer) {
        objects(path, schema, schema.type().cast(older), schema.type().cast(newer));
    }

    private static @Nullable Json tree(Field field, @Nullable Object value) {
        return value instanceof Json json ? json : Trees.toTree(field, value);
    }
}
