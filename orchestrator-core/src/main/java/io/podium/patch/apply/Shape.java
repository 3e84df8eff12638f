package io.podium.patch.apply;

import io.podium.api.core.LocalObjectReference;
import io.podium.api.core.ObjectReference;
import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonBool;
import io.podium.api.meta.JsonNull;
import io.podium.api.meta.JsonNumber;
import io.podium.api.meta.JsonObject;
import io.podium.api.meta.JsonString;
import io.podium.api.meta.OwnerReference;
import io.podium.api.schema.Field;
import io.podium.api.schema.FieldType;
import io.podium.api.schema.Merge;
import io.podium.api.schema.Schema;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a value: its type, and how it is divided among owners.
 *
 * @param type the type; {@link FieldType.Scalar#JSON} if nothing is known, and the value speaks for itself
 * @param merge how it is divided
 */
record Shape(FieldType type, Merge merge) {
    /** A value of which nothing is known: objects divide by field, arrays not at all. */
    static final Shape UNKNOWN = new Shape(FieldType.Scalar.JSON, Merge.PLAIN);

    /** Records that are owned as a whole even where they are elements of a list with keys. */
    private static final Set<Class<?>> ATOMIC_ELEMENTS =
            Set.of(LocalObjectReference.class, ObjectReference.class, OwnerReference.class);

    private static final Merge ATOMIC = new Merge(Merge.Granularity.ATOMIC, List.of(), false, "", false);

    /** How a value is walked. */
    enum Form {
        /** Not at all: a scalar, or what is owned as a whole. */
        LEAF,
        /** Field by field. */
        OBJECT,
        /** Element by element. */
        LIST
    }

    static Shape of(Schema<?> schema) {
        return new Shape(new FieldType.Inline(schema), Merge.PLAIN);
    }

    static Shape of(Field field) {
        return new Shape(field.type(), field.merge());
    }

    /** How a value is walked, or two that are compared; null stands for one that is absent. */
    Form form(@Nullable Json a, @Nullable Json b) {
        if (merge.granularity() == Merge.Granularity.ATOMIC) {
            return Form.LEAF;
        }
        return switch (type) {
            case FieldType.Scalar scalar ->
                scalar == FieldType.Scalar.JSON && isObjects(a, b) ? Form.OBJECT : Form.LEAF;
            case FieldType.ListOf list -> merge.granularity() == Merge.Granularity.DEFAULT ? Form.LEAF : Form.LIST;
            case FieldType.MapOf map -> Form.OBJECT;
            case FieldType.Struct struct -> Form.OBJECT;
            case FieldType.Inline inline -> Form.OBJECT;
        };
    }

    private static boolean isObjects(@Nullable Json a, @Nullable Json b) {
        return (a instanceof JsonObject || b instanceof JsonObject) && isObjectOrNone(a) && isObjectOrNone(b);
    }

    private static boolean isObjectOrNone(@Nullable Json value) {
        return value == null || value.isNull() || value instanceof JsonObject;
    }

    /** What is known of a field. */
    Shape field(String name) {
        if (type instanceof FieldType.MapOf map) {
            return new Shape(map.value(), Merge.PLAIN);
        }
        var field = declared(name);
        return field == null ? UNKNOWN : of(field);
    }

    private @Nullable Field declared(String name) {
        var schema = type.schemaOrNull();
        return schema == null ? null : schema.field(name);
    }

    /** Whether a field is one of a record, and not an entry of a map. */
    boolean declares(PathElement element) {
        return element instanceof PathElement.Name name && declared(name.name()) != null;
    }

    /** Whether a field may be there: one of a record that the record declares, or any of a map. */
    boolean allows(String name) {
        var schema = type.schemaOrNull();
        return schema == null || schema.preservesUnknown() || schema.field(name) != null;
    }

    /** What is known of the elements of a list. */
    Shape element() {
        if (!(type instanceof FieldType.ListOf list)) {
            return UNKNOWN;
        }
        boolean atomic = list.element() instanceof FieldType.Struct struct && ATOMIC_ELEMENTS.contains(struct.type());
        return new Shape(list.element(), atomic ? ATOMIC : Merge.PLAIN);
    }

    Shape below(PathElement element) {
        return element instanceof PathElement.Name name ? field(name.name()) : element();
    }

    /**
     * The path element that identifies an element of a list.
     *
     * @throws IllegalArgumentException if nothing identifies it
     */
    PathElement identify(Json item) {
        if (merge.granularity() == Merge.Granularity.BY_KEY) {
            return key(item);
        }
        if (item instanceof JsonObject || item instanceof JsonArray || item.isNull()) {
            throw new IllegalArgumentException(
                    "associative list without keys has an element that is no scalar: " + item);
        }
        return new PathElement.Value(item);
    }

    private PathElement key(Json item) {
        if (!(item instanceof JsonObject object)) {
            throw new IllegalArgumentException("associative list with keys may not have the element " + item);
        }
        var fields = JsonObject.builder();
        for (var name : merge.keys()) {
            var value = object.get(name);
            fields.put(name, value != null ? value : defaultOf(name));
        }
        return new PathElement.Key(fields.build());
    }

    private Json defaultOf(String name) {
        var schema = element().type().schemaOrNull();
        var field = schema == null ? null : schema.field(name);
        var value = field == null ? null : defaultOf(field);
        if (value == null) {
            throw new IllegalArgumentException("associative list with keys has an element that omits key field \""
                    + name + "\" (and doesn't have default value)");
        }
        return value;
    }

    private static @Nullable Json defaultOf(Field field) {
        var text = field.defaultText();
        if (text == null && field.optional()) {
            return null;
        }
        return switch (field.type()) {
            case FieldType.Scalar.INT32, FieldType.Scalar.INT64 -> JsonNumber.parse(text == null ? "0" : text);
            case FieldType.Scalar.BOOL -> Json.of("true".equals(text));
            default -> Json.of(text == null ? "" : text);
        };
    }

    /** Says what is wrong with the kind of a value, null if nothing is. */
    @Nullable
    String mismatch(Json value) {
        return switch (type) {
            case FieldType.ListOf list -> value instanceof JsonArray || value.isNull() ? null : expected("list", value);
            case FieldType.Scalar scalar -> scalarMismatch(scalar, value);
            default -> value instanceof JsonObject || value.isNull() ? null : expected("map", value);
        };
    }

    private static @Nullable String scalarMismatch(FieldType.Scalar scalar, Json value) {
        return switch (value) {
            case JsonNull none -> null;
            case JsonString text ->
                switch (scalar) {
                    case BOOL -> expected("boolean", value);
                    case INT32, INT64, DOUBLE -> expected("numeric (int or float)", value);
                    default -> null;
                };
            case JsonNumber number ->
                switch (scalar) {
                    case BOOL -> expected("boolean", value);
                    case STRING, BYTES, TIME, MICRO_TIME -> expected("string", value);
                    default -> null;
                };
            case JsonBool bool ->
                scalar == FieldType.Scalar.BOOL || scalar == FieldType.Scalar.JSON
                        ? null
                        : expected("something else than a boolean", value);
            case JsonObject object -> scalar == FieldType.Scalar.JSON ? null : expected("a scalar", value);
            case JsonArray array -> scalar == FieldType.Scalar.JSON ? null : expected("a scalar", value);
        };
    }

    private static String expected(String what, Json value) {
        return "expected " + what + ", got " + value;
    }
}
