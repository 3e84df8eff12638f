package io.podium.codec;

import io.podium.api.meta.Bytes;
import io.podium.api.meta.IntOrString;
import io.podium.api.meta.Quantity;
import io.podium.api.meta.Sorted;
import io.podium.api.meta.Times;
import io.podium.api.schema.Field;
import io.podium.api.schema.FieldType;
import io.podium.api.schema.Schema;
import io.podium.api.schema.UnknownFields;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes values of protobuf messages. */
final class MessageReader {
    private final WireReader in;
    private final Interner interner;

    MessageReader(WireReader in, Interner interner) {
        this.in = in;
        this.interner = interner;
    }

    /** Reads a message that ends at the limit. */
    <T> T message(Schema<T> schema) {
        if (!in.hasNext()) {
            return schema.empty();
        }
        @Nullable Object[] values = new @Nullable Object[schema.fields().size()];
        slots(ProtoLayout.of(schema), values);
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Sorted.Builder<?> entries) {
                values[i] = entries.build();
            } else if (values[i] instanceof ArrayList<?> items) {
                values[i] = List.copyOf(items);
            }
        }
        return schema.create(values, UnknownFields.NONE);
    }

    private void slots(ProtoLayout layout, @Nullable Object[] values) {
        while (in.hasNext()) {
            long tag = in.varint();
            int wireType = (int) tag & 7;
            var slot = layout.slot(tag >>> 3);
            if (slot == null) {
                in.skip(wireType);
            } else if (slot.embedded() != null) {
                int outer = in.enter();
                slots(slot.embedded(), values);
                in.leave(outer);
            } else if (slot.field() != null) {
                field(slot.field(), wireType, values);
            }
        }
    }

    private void field(Field field, int wireType, @Nullable Object[] values) {
        int at = field.index();
        switch (field.type()) {
            case FieldType.ListOf list -> {
                var items = values[at] instanceof ArrayList<?> before ? cast(before) : new ArrayList<Object>();
                values[at] = items;
                item(list.element(), wireType, items, field.name());
            }
            case FieldType.MapOf map -> {
                Sorted.Builder<Object> entries =
                        values[at] instanceof Sorted.Builder<?> before ? cast(before) : Sorted.builder();
                values[at] = entries;
                expect(wireType, WireType.LENGTH_DELIMITED, field.name());
                entry(map.value(), entries);
            }
            default -> {
                expect(wireType, wireType(field.type()), field.name());
                values[at] = value(field.type());
            }
        }
    }

    @SuppressWarnings("unchecked") // only field puts such lists there
    private static ArrayList<Object> cast(ArrayList<?> items) {
        return (ArrayList<Object>) items;
    }

    @SuppressWarnings("unchecked") // only field puts such builders there
    private static Sorted.Builder<Object> cast(Sorted.Builder<?> entries) {
        return (Sorted.Builder<Object>) entries;
    }

    private void item(FieldType type, int wireType, List<Object> items, String name) {
        int expected = wireType(type);
        if (wireType == WireType.LENGTH_DELIMITED && expected != WireType.LENGTH_DELIMITED) {
            int outer = in.enter(); // packed
            while (in.hasNext()) {
                items.add(present(type));
            }
            in.leave(outer);
        } else {
            expect(wireType, expected, name);
            items.add(present(type));
        }
    }

    private void entry(FieldType type, Sorted.Builder<Object> entries) {
        int outer = in.enter();
        var key = "";
        @Nullable Object value = null;
        while (in.hasNext()) {
            long tag = in.varint();
            switch ((int) (tag >>> 3)) {
                case ProtoEnvelope.MAP_KEY -> key = interner.intern(in.utf8());
                case ProtoEnvelope.MAP_VALUE -> value = value(type);
                default -> in.skip((int) tag & 7);
            }
        }
        in.leave(outer);
        entries.put(key, value == null ? SchemaReader.zero(type) : value);
    }

    private Object present(FieldType type) {
        var value = value(type);
        return value == null ? SchemaReader.zero(type) : value;
    }

    /** Reads a value; null if it is a message that stands for absence. */
    private @Nullable Object value(FieldType type) {
        return switch (type) {
            case FieldType.Scalar scalar -> scalar(scalar);
            case FieldType.Struct struct -> struct(struct.schema());
            case FieldType.Inline inline -> struct(inline.schema());
            case FieldType.ListOf list -> wrappedList(list.element());
            case FieldType.MapOf map -> throw in.malformed("protobuf has no map of maps");
        };
    }

    private Object struct(Schema<?> schema) {
        int outer = in.enter();
        Object value = message(schema);
        in.leave(outer);
        return value;
    }

    private List<Object> wrappedList(FieldType element) {
        var items = new ArrayList<Object>();
        int outer = in.enter();
        while (in.hasNext()) {
            long tag = in.varint();
            if (tag >>> 3 == ProtoEnvelope.ITEMS) {
                item(element, (int) tag & 7, items, "items");
            } else {
                in.skip((int) tag & 7);
            }
        }
        in.leave(outer);
        return List.copyOf(items);
    }

    private @Nullable Object scalar(FieldType.Scalar type) {
        return switch (type) {
            case STRING -> interner.intern(in.utf8());
            case BOOL -> in.varint() != 0;
            case INT32 -> (int) in.varint();
            case INT64 -> in.varint();
            case DOUBLE -> Double.longBitsToDouble(in.fixed64());
            case BYTES -> Bytes.of(in.bytes());
            case QUANTITY -> quantity();
            case INT_OR_STRING -> intOrString();
            case TIME -> moment(false);
            case MICRO_TIME -> moment(true);
            case JSON -> json();
        };
    }

    private Quantity quantity() {
        var text = new String(only(), StandardCharsets.UTF_8);
        try {
            return text.isEmpty() ? Quantity.ZERO : Quantity.of(text);
        } catch (IllegalArgumentException e) {
            throw new DecodingException("", "cannot read \"" + text + "\" as a quantity: " + e.getMessage(), e);
        }
    }

    private @Nullable Object json() {
        var raw = only();
        return raw.length == 0 ? null : new JsonReader(interner).readTree(raw, Strictness.ignoring());
    }

    /** The bytes of a message that has only one field. */
    private byte[] only() {
        var content = new byte[0];
        int outer = in.enter();
        while (in.hasNext()) {
            long tag = in.varint();
            if (tag >>> 3 == ProtoEnvelope.ONLY) {
                content = in.bytes();
            } else {
                in.skip((int) tag & 7);
            }
        }
        in.leave(outer);
        return content;
    }

    private IntOrString intOrString() {
        long type = ProtoEnvelope.TYPE_INT;
        long number = 0;
        var text = "";
        int outer = in.enter();
        while (in.hasNext()) {
            long tag = in.varint();
            switch ((int) (tag >>> 3)) {
                case ProtoEnvelope.TYPE -> type = in.varint();
                case ProtoEnvelope.INT_VALUE -> number = in.varint();
                case ProtoEnvelope.STRING_VALUE -> text = interner.intern(in.utf8());
                default -> in.skip((int) tag & 7);
            }
        }
        in.leave(outer);
        return type == ProtoEnvelope.TYPE_INT ? IntOrString.of((int) number) : IntOrString.of(text);
    }

    /** A time; an empty message stands for none. Kubernetes keeps whole seconds, or microseconds. */
    private @Nullable Instant moment(boolean micros) {
        int outer = in.enter();
        boolean said = in.hasNext();
        long seconds = 0;
        long nanos = 0;
        while (in.hasNext()) {
            long tag = in.varint();
            switch ((int) (tag >>> 3)) {
                case ProtoEnvelope.SECONDS -> seconds = in.varint();
                case ProtoEnvelope.NANOS -> nanos = in.varint();
                default -> in.skip((int) tag & 7);
            }
        }
        in.leave(outer);
        if (!said) {
            return null;
        }
        try {
            return micros ? Times.toMicros(Instant.ofEpochSecond(seconds, nanos)) : Instant.ofEpochSecond(seconds);
        } catch (DateTimeException e) {
            throw new DecodingException("", seconds + " seconds after 1970 are beyond what a time can be", e);
        }
    }

    private static int wireType(FieldType type) {
        if (!(type instanceof FieldType.Scalar scalar)) {
            return WireType.LENGTH_DELIMITED;
        }
        return switch (scalar) {
            case BOOL, INT32, INT64 -> WireType.VARINT;
            case DOUBLE -> WireType.FIXED64;
            case STRING, BYTES, TIME, MICRO_TIME, QUANTITY, INT_OR_STRING, JSON -> WireType.LENGTH_DELIMITED;
        };
    }

    private void expect(int wireType, int expected, String name) {
        if (wireType != expected) {
            throw in.malformed("field " + name + " has wire type " + wireType + ", expected " + expected);
        }
    }
}
