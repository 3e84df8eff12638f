package io.podium.codec;

import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Bytes;
import io.podium.api.meta.IntOrString;
import io.podium.api.meta.Json;
import io.podium.api.meta.Times;
import io.podium.api.schema.FieldType;
import io.podium.api.schema.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes objects in Kubernetes' protobuf form: fields by number, scalars that have no absence written even when they are zero, maps as
 * sorted entries, quantities and times as messages. Equal objects give equal bytes. Unknown fields have no number and are left out.
 */
public final class ProtoWriter {
    private final ReverseBuffer out = new ReverseBuffer();

    private ProtoWriter() {}

    /**
     * Writes an object in the envelope that says its {@code apiVersion} and {@code kind}: a body of media type
     * {@code application/vnd.kubernetes.protobuf}.
     *
     * @param object the object
     * @return the bytes, beginning with {@code k8s} and a zero byte
     * @throws IllegalArgumentException if its type has no protobuf numbers, as kinds known only at run time have not
     */
    public static byte[] write(ApiObject<?> object) {
        var writer = new ProtoWriter();
        writer.envelope(object);
        return writer.out.toByteArray();
    }

    /**
     * Writes the bare message of a value.
     *
     * @param schema the schema of its type
     * @param value the value
     * @param <T> its type
     * @return the bytes
     * @throws IllegalArgumentException if its type has no protobuf numbers
     */
    public static <T> byte[] write(Schema<T> schema, T value) {
        var writer = new ProtoWriter();
        writer.message(schema, value);
        return writer.out.toByteArray();
    }

    private <T extends ApiObject<T>> void envelope(ApiObject<T> object) {
        var kind = object.kind();
        string(ProtoEnvelope.CONTENT_TYPE, "");
        string(ProtoEnvelope.CONTENT_ENCODING, "");
        int raw = out.length();
        message(kind.schema(), kind.type().cast(object));
        out.delimit(ProtoEnvelope.RAW, raw);
        int typeMeta = out.length();
        string(ProtoEnvelope.KIND, kind.name());
        string(ProtoEnvelope.API_VERSION, kind.apiVersion());
        out.delimit(ProtoEnvelope.TYPE_META, typeMeta);
        out.bytes(ProtoEnvelope.magic());
    }

    private <T> void message(Schema<T> schema, T object) {
        slots(ProtoLayout.of(schema), schema, object);
    }

    private <T> void slots(ProtoLayout layout, Schema<T> schema, T object) {
        for (var slot : layout.slots().reversed()) {
            if (slot.embedded() != null) {
                int before = out.length();
                slots(slot.embedded(), schema, object);
                out.delimit(slot.number(), before);
            } else if (slot.field() != null) {
                field(
                        slot.number(),
                        slot.field().type(),
                        schema.get(object, slot.field().index()));
            }
        }
    }

    private void field(int number, FieldType type, @Nullable Object value) {
        switch (type) {
            case FieldType.ListOf list
            when value != null -> {
                for (var item : ((List<?>) value).reversed()) {
                    value(number, list.element(), item);
                }
            }
            case FieldType.MapOf map when value != null -> entries(number, map.value(), (Map<?, ?>) value);
            default -> {
                if (value != null) {
                    value(number, type, value);
                }
            }
        }
    }

    private void entries(int number, FieldType type, Map<?, ?> map) {
        for (var entry : new ArrayList<Map.Entry<?, ?>>(map.entrySet()).reversed()) {
            int before = out.length();
            value(ProtoEnvelope.MAP_VALUE, type, entry.getValue());
            string(ProtoEnvelope.MAP_KEY, (String) entry.getKey());
            out.delimit(number, before);
        }
    }

    private void value(int number, FieldType type, Object value) {
        switch (type) {
            case FieldType.Scalar scalar -> scalar(number, scalar, value);
            case FieldType.Struct struct -> struct(number, struct.schema(), value);
            case FieldType.Inline inline -> struct(number, inline.schema(), value);
            case FieldType.ListOf list -> {
                int before = out.length();
                field(ProtoEnvelope.ITEMS, list, value); // a list within a map is a message of its own
                out.delimit(number, before);
            }
            case FieldType.MapOf map ->
                throw new IllegalArgumentException("protobuf has no map of maps; use JSON for this type");
        }
    }

    private <T> void struct(int number, Schema<T> schema, Object value) {
        int before = out.length();
        message(schema, schema.type().cast(value));
        out.delimit(number, before);
    }

    private void scalar(int number, FieldType.Scalar type, Object value) {
        switch (type) {
            case STRING -> string(number, (String) value);
            case BOOL -> number(number, (Boolean) value ? 1 : 0);
            case INT32 -> number(number, (Integer) value);
            case INT64 -> number(number, (Long) value);
            case DOUBLE -> {
                out.fixed64(Double.doubleToRawLongBits((Double) value));
                out.tag(number, WireType.FIXED64);
            }
            case BYTES -> bytes(number, ((Bytes) value).toArray());
            case QUANTITY, INT_OR_STRING, TIME, MICRO_TIME, JSON -> {
                int before = out.length();
                content(type, value);
                out.delimit(number, before);
            }
        }
    }

    /** Writes what is inside the message of a scalar that protobuf has no type for. */
    private void content(FieldType.Scalar type, Object value) {
        switch (value) {
            case Instant moment when type == FieldType.Scalar.TIME -> moment(Times.toSeconds(moment));
            case Instant moment -> moment(Times.toMicros(moment));
            case IntOrString.Int(int port) -> intOrString(ProtoEnvelope.TYPE_INT, port, "");
            case IntOrString.Text(String text) -> intOrString(ProtoEnvelope.TYPE_STRING, 0, text);
            case Json json -> bytes(ProtoEnvelope.ONLY, JsonWriter.write(json));
            default -> string(ProtoEnvelope.ONLY, value.toString());
        }
    }

    private void moment(Instant moment) {
        number(ProtoEnvelope.NANOS, moment.getNano());
        number(ProtoEnvelope.SECONDS, moment.getEpochSecond());
    }

    private void intOrString(int type, int number, String text) {
        string(ProtoEnvelope.STRING_VALUE, text);
        number(ProtoEnvelope.INT_VALUE, number);
        number(ProtoEnvelope.TYPE, type);
    }

    private void number(int number, long value) {
        out.varint(value);
        out.tag(number, WireType.VARINT);
    }

    private void string(int number, String value) {
        int before = out.length();
        out.utf8(value);
        out.delimit(number, before);
    }

    private void bytes(int number, byte[] value) {
        int before = out.length();
        out.bytes(value);
        out.delimit(number, before);
    }
}
