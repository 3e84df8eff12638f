package io.podium.testkit;

import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Bytes;
import io.podium.api.meta.IntOrString;
import io.podium.api.meta.Json;
import io.podium.api.meta.Kind;
import io.podium.api.meta.Quantity;
import io.podium.api.meta.Sorted;
import io.podium.api.schema.Field;
import io.podium.api.schema.FieldType;
import io.podium.api.schema.Merge;
import io.podium.api.schema.Schema;
import io.podium.api.schema.UnknownFields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Makes objects of any type with random content: every value fits its field's type, none is meant to be valid. Elements of a list that
 * merges by key differ in their keys. The same source of randomness gives the same objects.
 */
public final class RandomObjects {
    private static final int MAX_DEPTH = 12;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABC0123456789-._/: é\"\\\n";
    private static final List<String> UNITS = List.of("", "m", "k", "M", "G", "Ki", "Mi", "Gi", "e3");
    private static final long FIRST_SECOND = 946_684_800; // 2000-01-01
    private static final long SECONDS = 3_000_000_000L; // up to the year 2095

    private final RandomGenerator random;
    private final double presence;

    private RandomObjects(RandomGenerator random, double presence) {
        this.random = random;
        this.presence = presence;
    }

    /**
     * Fills every field of every object.
     *
     * @param random the source of randomness
     * @return a maker of full objects
     */
    public static RandomObjects full(RandomGenerator random) {
        return new RandomObjects(random, 1);
    }

    /**
     * Fills some fields, and gives some of these their zero value.
     *
     * @param random the source of randomness
     * @param presence the chance of a field to be filled, from 0 to 1
     * @return a maker of sparse objects
     */
    public static RandomObjects sparse(RandomGenerator random, double presence) {
        return new RandomObjects(random, presence);
    }

    /**
     * Makes an object of a kind.
     *
     * @param kind the kind
     * @param <T> the type of the object
     * @return a random object
     */
    public <T extends ApiObject<T>> T object(Kind<T> kind) {
        return value(kind.schema());
    }

    /**
     * Makes a value of a type.
     *
     * @param schema the schema of the type
     * @param <T> the type
     * @return a random value
     */
    public <T> T value(Schema<T> schema) {
        return struct(schema, 0);
    }

    private <T> T struct(Schema<T> schema, int depth) {
        if (depth > MAX_DEPTH) {
            return schema.empty();
        }
        var fields = schema.fields();
        @Nullable Object[] values = new @Nullable Object[fields.size()];
        for (var field : fields) {
            values[field.index()] = random.nextDouble() < presence ? field(field, depth) : null;
        }
        return schema.create(values, UnknownFields.NONE);
    }

    private Object field(Field field, int depth) {
        if (field.type() instanceof FieldType.ListOf list) {
            return distinct(field.merge(), list, items(list.element(), depth));
        }
        return value(field.type(), depth);
    }

    private Object value(FieldType type, int depth) {
        return switch (type) {
            case FieldType.Scalar scalar -> scalar(scalar);
            case FieldType.Struct struct -> struct(struct.schema(), depth + 1);
            case FieldType.Inline inline -> struct(inline.schema(), depth + 1);
            case FieldType.ListOf list -> items(list.element(), depth);
            case FieldType.MapOf map -> {
                Sorted.Builder<Object> entries = Sorted.builder();
                for (int i = count(); i > 0; i--) {
                    entries.put(text(), value(map.value(), depth));
                }
                yield entries.build();
            }
        };
    }

    private List<Object> items(FieldType element, int depth) {
        var items = new ArrayList<Object>();
        for (int i = count(); i > 0; i--) {
            items.add(value(element, depth));
        }
        return List.copyOf(items);
    }

    /** Full objects have no empty lists; deep ones would grow without end if all lists had several elements. */
    private int count() {
        return random.nextInt(presence < 1 ? 0 : 1, 3);
    }

    private static List<Object> distinct(Merge merge, FieldType.ListOf type, List<Object> items) {
        var schema = type.element().schemaOrNull();
        if (schema == null) {
            return merge.granularity() == Merge.Granularity.BY_VALUE || merge.strategic()
                    ? List.copyOf(new LinkedHashSet<>(items))
                    : items;
        }
        if (merge.keys().isEmpty() && merge.patchKey().isEmpty()) {
            return items;
        }
        Map<Object, Object> byKey = new LinkedHashMap<>();
        for (var item : items) {
            byKey.putIfAbsent(keyOf(schema, merge, item), item);
        }
        return List.copyOf(byKey.values());
    }

    private static <T> Object keyOf(Schema<T> schema, Merge merge, Object item) {
        var names = merge.patchKey().isEmpty() ? merge.keys() : List.of(merge.patchKey());
        var key = new ArrayList<@Nullable Object>();
        for (var name : names) {
            var field = schema.field(name);
            key.add(field == null ? null : schema.get(schema.type().cast(item), field.index()));
        }
        return key;
    }

    private Object scalar(FieldType.Scalar type) {
        boolean zero = presence < 1 && random.nextInt(8) == 0;
        return switch (type) {
            case STRING -> zero ? "" : text();
            case BOOL -> !zero && (presence >= 1 || random.nextBoolean());
            case INT32 -> zero ? 0 : random.nextInt();
            case INT64 -> zero ? 0L : random.nextLong();
            case DOUBLE -> zero ? 0.0 : random.nextDouble();
            case BYTES -> zero ? Bytes.EMPTY : bytes();
            case TIME -> Instant.ofEpochSecond(FIRST_SECOND + random.nextLong(SECONDS));
            case MICRO_TIME ->
                Instant.ofEpochSecond(FIRST_SECOND + random.nextLong(SECONDS), random.nextInt(1_000_000) * 1_000L);
            case QUANTITY -> zero ? Quantity.ZERO : quantity();
            case INT_OR_STRING -> random.nextBoolean() ? IntOrString.of(random.nextInt()) : IntOrString.of(text());
            case JSON -> Json.from(Map.of("f:" + text(), Map.of("f:x", List.of(1L, true, text()))));
        };
    }

    private String text() {
        var text = new StringBuilder();
        for (int i = random.nextInt(3, 12); i > 0; i--) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private Bytes bytes() {
        var bytes = new byte[random.nextInt(1, 20)];
        random.nextBytes(bytes);
        return Bytes.of(bytes);
    }

    private Quantity quantity() {
        return Quantity.of(random.nextInt(1, 100_000) + UNITS.get(random.nextInt(UNITS.size())));
    }
}
