package io.podium.codec;

import io.podium.api.meta.Bytes;
import io.podium.api.meta.IntOrString;
import io.podium.api.meta.Json;
import io.podium.api.meta.Quantity;
import io.podium.api.meta.Times;
import io.podium.api.schema.FieldType;
import java.time.Instant;

/** The scalars that JSON shows as strings. */
final class ScalarText {
    private ScalarText() {}

    /** Reads the text of a scalar that is neither a plain string nor a number; throws {@link IllegalArgumentException}. */
    static Object parse(FieldType.Scalar type, String text) {
        return switch (type) {
            case BYTES -> Bytes.ofBase64(text);
            case TIME -> Times.parse(text);
            case MICRO_TIME -> Times.parseMicro(text);
            case QUANTITY -> Quantity.of(text);
            case INT_OR_STRING -> IntOrString.of(text);
            case STRING, BOOL, INT32, INT64, DOUBLE, JSON -> throw new IllegalArgumentException(type + " is no text");
        };
    }

    /** The text of a scalar that is neither a plain string nor a number. */
    static String format(FieldType.Scalar type, Object value) {
        return switch (type) {
            case BYTES -> ((Bytes) value).toBase64();
            case TIME -> Times.format((Instant) value);
            case MICRO_TIME -> Times.formatMicro((Instant) value);
            case STRING, BOOL, INT32, INT64, DOUBLE, JSON, QUANTITY, INT_OR_STRING -> value.toString();
        };
    }

    /** What {@code null} stands for in a list or a map. */
    static Object zero(FieldType.Scalar type) {
        return switch (type) {
            case STRING -> "";
            case BOOL -> false;
            case INT32 -> 0;
            case INT64 -> 0L;
            case DOUBLE -> 0.0;
            case BYTES -> Bytes.EMPTY;
            case QUANTITY -> Quantity.ZERO;
            case INT_OR_STRING -> IntOrString.of(0);
            case JSON -> Json.NULL;
            case TIME, MICRO_TIME -> Instant.EPOCH;
        };
    }
}
