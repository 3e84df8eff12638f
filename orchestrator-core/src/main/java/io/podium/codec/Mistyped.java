package io.podium.codec;

import io.podium.api.meta.Json;
import io.podium.api.schema.FieldType;
import org.jspecify.annotations.Nullable;

/** The error for a value of the wrong type: says where it is, what is there and what was expected. */
final class Mistyped {
    private static final int SHOWN = 80;

    private Mistyped() {}

    static DecodingException at(Tokens in, String expected) {
        return at(in, expected, null);
    }

    static DecodingException at(Tokens in, String expected, @Nullable Exception cause) {
        var path = in.path();
        var message = (path.isEmpty() ? "the document" : path) + ": cannot read " + found(in) + " as "
                + article(expected) + remedy(in, expected);
        return new DecodingException(path, cause == null ? message : message + ": " + cause.getMessage(), cause);
    }

    private static String found(Tokens in) {
        return switch (in.current()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "the string " + shown(in);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "the number " + shown(in);
            case VALUE_TRUE, VALUE_FALSE -> "the boolean " + shown(in);
            case VALUE_NULL -> "null";
            default -> "nothing";
        };
    }

    /** In YAML, also {@code y}, {@code no}, {@code on} and {@code 1_000} are no strings. */
    private static String remedy(Tokens in, String expected) {
        return switch (in.current()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                expected.equals("string") ? "; put it in quotes" : "";
            default -> "";
        };
    }

    /** The value that the walk stands on, as a message shows it. */
    static String shown(Tokens in) {
        return switch (in.current()) {
            case START_OBJECT -> "{…}";
            case START_ARRAY -> "[…]";
            case VALUE_STRING -> shortened(Json.of(in.text()).toString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> shortened(in.text());
            case VALUE_TRUE -> "true";
            case VALUE_FALSE -> "false";
            default -> "null";
        };
    }

    static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    private static String article(String noun) {
        return ("aeiouAEIOU".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }

    /** How a message calls the values of a type. */
    static String name(FieldType type) {
        return switch (type) {
            case FieldType.Struct struct -> struct.type().getSimpleName();
            case FieldType.Inline inline -> "object";
            case FieldType.ListOf list -> "list of " + name(list.element());
            case FieldType.MapOf map -> "map of " + name(map.value());
            case FieldType.Scalar scalar ->
                switch (scalar) {
                    case STRING -> "string";
                    case BOOL -> "boolean";
                    case INT32 -> "32-bit integer";
                    case INT64 -> "64-bit integer";
                    case DOUBLE -> "number";
                    case BYTES -> "base64 string";
                    case TIME, MICRO_TIME -> "time";
                    case QUANTITY -> "quantity";
                    case INT_OR_STRING -> "32-bit integer or string";
                    case JSON -> "JSON value";
                };
        };
    }
}
