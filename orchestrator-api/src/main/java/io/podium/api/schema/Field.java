package io.podium.api.schema;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One field of a {@link Schema}: what it is called, what it holds, and what Kubernetes says of it.
 *
 * @param index its position among the fields of the schema, from 0
 * @param name its name in JSON
 * @param number its protobuf number, 0 where it has none
 * @param in the protobuf number of the embedded message that holds it on the wire, 0 for none
 * @param type what it holds
 * @param optional whether it may be absent, which differs from its zero value
 * @param always whether its zero value is encoded
 * @param merge how its value is merged
 * @param defaultText the default that the API server gives it, as JSON text without quotes, or null
 * @param immutable whether no update may change it
 */
public record Field(
        int index,
        String name,
        int number,
        int in,
        FieldType type,
        boolean optional,
        boolean always,
        Merge merge,
        @Nullable String defaultText,
        boolean immutable) {

    /**
     * Whether an encoder leaves a value of this field out.
     *
     * @param value the value, or null
     * @return true if the value is absent, or is the zero value of a field that encodes none
     */
    public boolean omits(@Nullable Object value) {
        return value == null ? !always : !always && !optional && isZero(value);
    }

    /**
     * Whether a value is the zero value of its type: 0, false, an empty string, list or map.
     *
     * @param value the value
     * @return true for a zero value; records have none
     */
    public static boolean isZero(Object value) {
        return switch (value) {
            case String text -> text.isEmpty();
            case Boolean flag -> !flag;
            case Integer number -> number == 0;
            case Long number -> number == 0;
            case Double number -> number == 0;
            case List<?> list -> list.isEmpty();
            case Map<?, ?> map -> map.isEmpty();
            default -> false;
        };
    }
}
