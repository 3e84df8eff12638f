package io.podium.api.meta;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An immutable JSON value (RFC 8259): what patches, server-side apply and objects of kinds known only at run time work on.
 *
 * <p>Objects keep their fields sorted by name, numbers that fit 64 bits stay whole and all others are doubles, both as
 * Kubernetes' API machinery does. {@code toString()} is compact JSON text.
 */
public sealed interface Json permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBool, JsonNull {

    /** The value {@code null}. */
    Json NULL = JsonNull.NULL;

    /**
     * A string.
     *
     * @param value its characters
     * @return the value
     */
    static JsonString of(String value) {
        return new JsonString(value);
    }

    /**
     * A whole number.
     *
     * @param value the number
     * @return the value
     */
    static JsonNumber of(long value) {
        return JsonNumber.of(value);
    }

    /**
     * A number that may have a fraction.
     *
     * @param value a finite number
     * @return the value
     * @throws IllegalArgumentException if it is infinite or not a number
     */
    static JsonNumber of(double value) {
        return JsonNumber.of(value);
    }

    /**
     * A truth value.
     *
     * @param value which
     * @return the value
     */
    static JsonBool of(boolean value) {
        return value ? JsonBool.TRUE : JsonBool.FALSE;
    }

    /**
     * An array.
     *
     * @param items its items, in order
     * @return the value
     */
    static JsonArray array(Json... items) {
        return items.length == 0 ? JsonArray.EMPTY : new JsonArray(List.of(items));
    }

    /**
     * The JSON form of plain Java values: maps with string keys, lists, strings, numbers, truth values, null, and {@code Json}
     * itself, nested as deep as they come.
     *
     * @param value the plain value
     * @return the same as JSON
     * @throws IllegalArgumentException if something in it is none of these
     */
    static Json from(@Nullable Object value) {
        return switch (value) {
            case null -> NULL;
            case Json json -> json;
            case String text -> of(text);
            case Boolean bool -> of((boolean) bool);
            case Long number -> of((long) number);
            case Integer number -> of((long) number);
            case Short number -> of((long) number);
            case Byte number -> of((long) number);
            case Number number -> JsonNumber.parse(number.toString());
            case List<?> list -> JsonArray.of(list.stream().map(Json::from).toList());
            case Map<?, ?> map -> {
                var fields = JsonObject.builder();
                map.forEach((name, field) -> fields.put((String) name, from(field)));
                yield fields.build();
            }
            default ->
                throw new IllegalArgumentException("a " + value.getClass().getName()
                        + " has no JSON form; use maps, lists, strings, numbers and booleans");
        };
    }

    /**
     * Whether this is {@code null}.
     *
     * @return whether it is
     */
    default boolean isNull() {
        return this == JsonNull.NULL;
    }

    /**
     * The value found by walking down fields of nested objects.
     *
     * @param path names of fields, outermost first; none names this value itself
     * @return the value there, or empty where a field is missing or its parent is not an object
     */
    default Optional<Json> at(String... path) {
        Json here = this;
        for (var name : path) {
            here = here instanceof JsonObject object ? object.get(name) : null;
            if (here == null) {
                return Optional.empty();
            }
        }
        return Optional.of(here);
    }

    /**
     * The text of a string value.
     *
     * @return the text, or empty if this is not a string
     */
    default Optional<String> asText() {
        return this instanceof JsonString text ? Optional.of(text.value()) : Optional.empty();
    }

    /**
     * The number of a whole number.
     *
     * @return the number, or empty if this is not a number or not whole
     */
    default Optional<Long> asLong() {
        return this instanceof JsonNumber number && number.isWhole()
                ? Optional.of(number.longValue())
                : Optional.empty();
    }
}
