package io.podium.api.schema;

import io.podium.api.meta.Json;
import io.podium.api.meta.Sorted;
import java.util.Map;

/**
 * The fields of an encoded object that its record does not declare. They are kept, so that reading an object of a newer server and
 * writing it back loses nothing.
 *
 * @param fields the values by JSON name
 */
public record UnknownFields(Map<String, Json> fields) {

    /** No unknown fields: what nearly every object has. */
    public static final UnknownFields NONE = new UnknownFields(Map.of());

    /** Copies the fields in the order of their names. */
    public UnknownFields {
        fields = Sorted.copyOf(fields);
    }

    /**
     * Whether there are none.
     *
     * @return true if every field was known
     */
    public boolean isEmpty() {
        return fields.isEmpty();
    }
}
