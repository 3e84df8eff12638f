package io.podium.codec;

import io.podium.api.meta.IntOrString;
import io.podium.api.meta.Json;
import io.podium.api.meta.Sorted;
import io.podium.api.schema.Field;
import io.podium.api.schema.FieldType;
import io.podium.api.schema.Schema;
import io.podium.api.schema.UnknownFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * Makes one object of tokens. Kubernetes' leniencies hold: {@code null} is as good as absent, in a list or map it stands for the zero
 * value; of a duplicate field the last one counts. A value of the wrong type ends the reading at once.
 */
final class SchemaReader {
    /** Marks a field that was there and null, until its object is made: so that a second one is seen as a duplicate. */
    private static final Object SAID_NULL = new Object();

    private final Tokens in;
    private final Strictness strictness;
    private final Interner interner;

    SchemaReader(Tokens in, Strictness strictness, Interner interner) {
        this.in = in;
        this.strictness = strictness;
        this.interner = interner;
    }

    /** Reads the value that the walk stands on; {@code null} gives the empty object. */
    <T> T read(Schema<T> schema) {
        return in.current() == JsonToken.VALUE_NULL ? schema.empty() : struct(schema, null);
    }

    /** Reads an object that may say its kind, and notes what it says. */
    <T> T read(Schema<T> schema, TypeMeta said) {
        return in.current() == JsonToken.VALUE_NULL ? schema.empty() : struct(schema, said);
    }

    private <T> T struct(Schema<T> schema, @Nullable TypeMeta said) {
        if (in.current() != JsonToken.START_OBJECT) {
            throw Mistyped.at(in, schema.type().getSimpleName());
        }
        boolean loose = LooseFields.has(schema);
        @Nullable Object[] values = null;
        Sorted.@Nullable Builder<Json> unknown = null;
        var seen = loose && strictness.watches() ? new SeenNames(strictness) : null;
        while (in.next() == JsonToken.PROPERTY_NAME) {
            var name = in.name();
            if (said != null && TypeMeta.takes(name)) {
                typeMeta(name, said);
                continue;
            }
            var field = schema.field(name);
            if (field != null && !(loose && LooseFields.isLoose(field))) {
                values = values == null ? new @Nullable Object[schema.fields().size()] : values;
                values[field.index()] = field(field, values[field.index()] != null);
            } else if (!loose && strictness.drops()) {
                unknown();
            } else {
                if (seen != null) {
                    seen.see(name, in);
                }
                unknown = unknown == null ? Sorted.builder() : unknown;
                unknown.put(interner.intern(name), loose ? loose(schema, field) : unknown());
            }
        }
        return create(schema, values, unknown);
    }

    private static <T> T create(
            Schema<T> schema, @Nullable Object @Nullable [] read, Sorted.@Nullable Builder<Json> unknown) {
        if (read == null && unknown == null) {
            return schema.empty();
        }
        var values = read == null ? new @Nullable Object[schema.fields().size()] : read;
        for (int i = 0; i < values.length; i++) {
            if (values[i] == SAID_NULL) {
                values[i] = null;
            }
        }
        return schema.create(values, unknown == null ? UnknownFields.NONE : new UnknownFields(unknown.build()));
    }

    private void typeMeta(String name, TypeMeta said) {
        if (!said.meets(name)) {
            duplicate();
        }
        if (in.next() != JsonToken.VALUE_NULL) {
            said.say(name, string());
        }
    }

    private Object field(Field field, boolean before) {
        if (before) {
            duplicate();
        }
        return in.next() == JsonToken.VALUE_NULL ? SAID_NULL : value(field.type());
    }

    private void duplicate() {
        if (strictness.watches()) {
            strictness.report(FieldProblem.Fault.DUPLICATE, in.path(), in.line());
        }
    }

    private Json unknown() {
        if (!strictness.watches()) {
            in.next();
            return TreeReader.read(in, Strictness.ignoring(), interner);
        }
        var path = in.path();
        int line = in.line();
        in.next();
        var value = TreeReader.read(in, Strictness.ignoring(), interner);
        strictness.report(path, value, line);
        return value;
    }

    /** Reads a field that is kept as it came, be it valid or not; its schema only tells which names in it are unknown. */
    private Json loose(Schema<?> schema, @Nullable Field field) {
        if (field == null && !schema.preservesUnknown()) {
            return unknown();
        }
        var path = strictness.watches() ? in.path() : "";
        in.next();
        var value = TreeReader.read(in, strictness, interner);
        if (field != null && strictness.watches()) {
            new LooseFields(in, strictness).report(field.type(), value, path);
        }
        return value;
    }

    /** Reads the value that the walk stands on, which is not null. */
    private Object value(FieldType type) {
        return switch (type) {
            case FieldType.Scalar scalar -> scalar(scalar);
            case FieldType.Struct struct -> struct(struct.schema(), null);
            case FieldType.Inline inline -> struct(inline.schema(), null);
            case FieldType.ListOf list -> list(list);
            case FieldType.MapOf map -> map(map);
        };
    }

    private List<?> list(FieldType.ListOf type) {
        if (in.current() != JsonToken.START_ARRAY) {
            throw Mistyped.at(in, Mistyped.name(type));
        }
        if (in.next() == JsonToken.END_ARRAY) {
            return List.of();
        }
        var items = new ArrayList<Object>();
        for (var token = in.current(); token != JsonToken.END_ARRAY; token = in.next()) {
            items.add(token == JsonToken.VALUE_NULL ? zero(type.element()) : value(type.element()));
        }
        return List.copyOf(items);
    }

    private Map<String, ?> map(FieldType.MapOf type) {
        if (in.current() != JsonToken.START_OBJECT) {
            throw Mistyped.at(in, Mistyped.name(type));
        }
        if (in.next() == JsonToken.END_OBJECT) {
            return Sorted.empty();
        }
        Sorted.Builder<Object> entries = Sorted.builder();
        var seen = strictness.watches() ? new SeenNames(strictness) : null;
        for (var token = in.current(); token != JsonToken.END_OBJECT; token = in.next()) {
            var key = interner.intern(in.name());
            if (seen != null) {
                seen.see(key, in);
            }
            entries.put(key, in.next() == JsonToken.VALUE_NULL ? zero(type.value()) : value(type.value()));
        }
        return entries.build();
    }

    private Object scalar(FieldType.Scalar type) {
        return switch (type) {
            case STRING -> interner.intern(string());
            case BOOL -> bool();
            case INT32 -> int32(type);
            case INT64 -> int64(type, Long.MIN_VALUE, Long.MAX_VALUE);
            case DOUBLE -> decimal();
            case JSON -> TreeReader.read(in, strictness, interner);
            case INT_OR_STRING -> in.current().isNumeric() ? IntOrString.of(int32(type)) : parsed(type);
            case QUANTITY, BYTES, TIME, MICRO_TIME -> parsed(type);
        };
    }

    private Object parsed(FieldType.Scalar type) {
        boolean number = type == FieldType.Scalar.QUANTITY && in.current().isNumeric();
        if (!number && in.current() != JsonToken.VALUE_STRING) {
            throw Mistyped.at(in, Mistyped.name(type));
        }
        try {
            return ScalarText.parse(type, in.text());
        } catch (IllegalArgumentException malformed) {
            throw Mistyped.at(in, Mistyped.name(type), malformed);
        }
    }

    private String string() {
        if (in.current() != JsonToken.VALUE_STRING) {
            throw Mistyped.at(in, "string");
        }
        return in.text();
    }

    private boolean bool() {
        return switch (in.current()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw Mistyped.at(in, "boolean");
        };
    }

    private int int32(FieldType.Scalar type) {
        return (int) int64(type, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private long int64(FieldType.Scalar type, long least, long most) {
        if (!in.isLong() || in.longValue() < least || in.longValue() > most) {
            throw Mistyped.at(in, Mistyped.name(type));
        }
        return in.longValue();
    }

    private double decimal() {
        double value = in.current().isNumeric() ? Double.parseDouble(in.text()) : Double.NaN;
        if (!Double.isFinite(value)) {
            throw Mistyped.at(in, "number");
        }
        return value;
    }

    /** What null stands for in a list or a map. */
    static Object zero(FieldType type) {
        return switch (type) {
            case FieldType.Struct struct -> struct.schema().empty();
            case FieldType.Inline inline -> inline.schema().empty();
            case FieldType.ListOf list -> List.of();
            case FieldType.MapOf map -> Sorted.empty();
            case FieldType.Scalar scalar -> ScalarText.zero(scalar);
        };
    }
}
