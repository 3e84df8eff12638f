package io.podium.api.schema;

import io.podium.api.meta.Bytes;
import io.podium.api.meta.IntOrString;
import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonBool;
import io.podium.api.meta.JsonNumber;
import io.podium.api.meta.JsonObject;
import io.podium.api.meta.JsonString;
import io.podium.api.meta.Quantity;
import io.podium.api.meta.Sorted;
import io.podium.api.meta.Times;
import io.podium.api.schema.FieldType.Inline;
import io.podium.api.schema.FieldType.ListOf;
import io.podium.api.schema.FieldType.MapOf;
import io.podium.api.schema.FieldType.Scalar;
import io.podium.api.schema.FieldType.Struct;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Values of fields as JSON and back. */
final class JsonValues {
    /** From here on not every double with no fraction is a {@code long}. */
    private static final double WHOLE_LIMIT = 0x1p63;

    private JsonValues() {}

    /** Whether a JSON value is of a type. Of a nested object only that it is one: its fields are looked at when it is. */
    static boolean fits(FieldType type, Json json) {
        return switch (type) {
            case Scalar scalar -> fits(scalar, json);
            case Inline inline -> json instanceof JsonObject;
            case Struct struct -> false;
            case ListOf list ->
                json instanceof JsonArray array && array.items().stream().allMatch(item -> fits(list.element(), item));
            case MapOf map ->
                json instanceof JsonObject object
                        && object.fields().values().stream().allMatch(item -> fits(map.value(), item));
        };
    }

    private static boolean fits(Scalar type, Json json) {
        return switch (type) {
            case STRING -> json instanceof JsonString;
            case BOOL -> json instanceof JsonBool;
            case INT32 -> isInt(json);
            case INT64 -> json instanceof JsonNumber number && number.isWhole();
            case DOUBLE -> json instanceof JsonNumber;
            case INT_OR_STRING -> json instanceof JsonString || isInt(json);
            case JSON -> true;
            case BYTES, TIME, MICRO_TIME, QUANTITY -> json instanceof JsonString;
        };
    }

    private static boolean isInt(Json json) {
        return json instanceof JsonNumber number && number.isWhole() && number.longValue() == (int) number.longValue();
    }

    /** The value of a type that a JSON value which fits it stands for. */
    static Object read(FieldType type, Json json) {
        return switch (type) {
            case Scalar scalar -> read(scalar, json);
            case Inline inline -> json;
            case Struct struct ->
                throw new IllegalArgumentException("no " + struct.type().getName() + " lies in JSON");
            case ListOf list ->
                ((JsonArray) json)
                        .items().stream()
                                .map(item -> read(list.element(), item))
                                .toList();
            case MapOf map -> {
                var values = Sorted.<Object>builder();
                ((JsonObject) json).fields().forEach((key, value) -> values.put(key, read(map.value(), value)));
                yield values.build();
            }
        };
    }

    private static Object read(Scalar type, Json json) {
        return switch (type) {
            case STRING -> text(json);
            case BOOL -> ((JsonBool) json).value();
            case INT32 -> (int) ((JsonNumber) json).longValue();
            case INT64 -> ((JsonNumber) json).longValue();
            case DOUBLE -> ((JsonNumber) json).doubleValue();
            case INT_OR_STRING ->
                json instanceof JsonNumber number
                        ? IntOrString.of((int) number.longValue())
                        : IntOrString.of(text(json));
            case JSON -> json;
            case BYTES -> Bytes.ofBase64(text(json));
            case TIME -> Times.parse(text(json));
            case MICRO_TIME -> Times.parseMicro(text(json));
            case QUANTITY -> Quantity.of(text(json));
        };
    }

    private static String text(Json json) {
        return ((JsonString) json).value();
    }

    /** A value of a type as JSON. */
    static Json write(FieldType type, Object value) {
        return switch (type) {
            case Scalar scalar -> write(scalar, value);
            case Inline inline -> (JsonObject) value;
            case Struct struct ->
                throw new IllegalArgumentException("no " + struct.type().getName() + " lies in JSON");
            case ListOf list ->
                JsonArray.of(((List<?>) value)
                        .stream().map(item -> write(list.element(), item)).toList());
            case MapOf map -> {
                var object = JsonObject.builder();
                ((Map<?, ?>) value).forEach((key, item) -> object.put((String) key, write(map.value(), item)));
                yield object.build();
            }
        };
    }

    private static Json write(Scalar type, Object value) {
        return switch (type) {
            case STRING -> Json.of((String) value);
            case BOOL -> Json.of((boolean) value);
            case INT32 -> Json.of((long) (int) value);
            case INT64 -> Json.of((long) value);
            case DOUBLE -> number((double) value);
            case INT_OR_STRING ->
                value instanceof IntOrString.Int number ? Json.of((long) number.value()) : Json.of(value.toString());
            case JSON -> (Json) value;
            case BYTES -> Json.of(((Bytes) value).toBase64());
            case TIME -> Json.of(Times.format((Instant) value));
            case MICRO_TIME -> Json.of(Times.formatMicro((Instant) value));
            case QUANTITY -> Json.of(value.toString());
        };
    }

    /** A double without fraction is written as a whole number, and so read as one. */
    private static Json number(double value) {
        return value == Math.rint(value) && Math.abs(value) < WHOLE_LIMIT ? Json.of((long) value) : Json.of(value);
    }
}
