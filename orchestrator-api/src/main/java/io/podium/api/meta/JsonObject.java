package io.podium.api.meta;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object: named fields, sorted by name.
 *
 * @param fields the fields by name
 */
public record JsonObject(Map<String, Json> fields) implements Json {
    /** The object without fields. */
    public static final JsonObject EMPTY = new JsonObject(Sorted.empty());

    /** Sorts the fields, unless they are sorted already. */
    public JsonObject {
        fields = Sorted.copyOf(fields);
    }

    /**
     * An object.
     *
     * @param fields its fields by name
     * @return the object
     */
    public static JsonObject of(Map<String, ? extends Json> fields) {
        return fields.isEmpty() ? EMPTY : new JsonObject(Sorted.copyOf(fields));
    }

    /**
     * An object of one field.
     *
     * @param name the name of the field
     * @param value its value
     * @return the object
     */
    public static JsonObject of(String name, Json value) {
        return new JsonObject(Sorted.of(name, value));
    }

    /**
     * Collects fields.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The value of a field.
     *
     * @param name the name of the field
     * @return its value, or null if the object has no such field; {@link Json#NULL} if the field is there and null
     */
    public @Nullable Json get(String name) {
        return fields.get(name);
    }

    /**
     * Whether the object has a field, be it null.
     *
     * @param name the name of the field
     * @return whether it is there
     */
    public boolean has(String name) {
        return fields.containsKey(name);
    }

    /**
     * Whether the object has no field.
     *
     * @return whether it is empty
     */
    public boolean isEmpty() {
        return fields.isEmpty();
    }

    /**
     * The object with a field added or replaced.
     *
     * @param name the name of the field
     * @param value its value from now on
     * @return another object, or this one if the field has that very value
     */
    public JsonObject with(String name, Json value) {
        return same(Sorted.with(fields, name, value));
    }

    /**
     * The object with a field deep within added or replaced. Objects missing on the way are made; a value on the way that is
     * not an object is replaced by one.
     *
     * @param path names of fields, outermost first, at least one
     * @param value the value of the last from now on
     * @return another object
     * @throws IllegalArgumentException if the path is empty
     */
    public JsonObject with(List<String> path, Json value) {
        if (path.isEmpty()) {
            throw new IllegalArgumentException("the path to a field needs at least one name");
        }
        var name = path.getFirst();
        if (path.size() == 1) {
            return with(name, value);
        }
        var inner = fields.get(name) instanceof JsonObject object ? object : EMPTY;
        return with(name, inner.with(path.subList(1, path.size()), value));
    }

    /**
     * The object without a field.
     *
     * @param name the name of the field
     * @return another object, or this one if it has no such field
     */
    public JsonObject without(String name) {
        return same(Sorted.without(fields, name));
    }

    /**
     * The object without a field deep within; objects on the way stay, even if they become empty.
     *
     * @param path names of fields, outermost first, at least one
     * @return another object, or this one if there is no such field
     * @throws IllegalArgumentException if the path is empty
     */
    public JsonObject without(List<String> path) {
        if (path.isEmpty()) {
            throw new IllegalArgumentException("the path to a field needs at least one name");
        }
        var name = path.getFirst();
        if (path.size() == 1) {
            return without(name);
        }
        return fields.get(name) instanceof JsonObject inner
                ? with(name, inner.without(path.subList(1, path.size())))
                : this;
    }

    /**
     * The object with each value changed by a function of name and value.
     *
     * @param change what becomes of a field; null drops it
     * @return the changed object, or this one if nothing changed
     */
    public JsonObject map(BiFunction<String, Json, @Nullable Json> change) {
        var changed = this;
        for (var field : fields.entrySet()) {
            var value = change.apply(field.getKey(), field.getValue());
            changed = value == null ? changed.without(field.getKey()) : changed.with(field.getKey(), value);
        }
        return changed;
    }

    private JsonObject same(Map<String, Json> changed) {
        return changed == fields ? this : of(changed);
    }

    @Override
    public String toString() {
        return JsonText.of(this);
    }

    /** Collects fields in any order. Not safe for use by several threads at once. */
    public static final class Builder {
        private final Sorted.Builder<Json> fields = Sorted.builder();

        private Builder() {}

        /**
         * Adds a field. If the name was put before, the newer value wins.
         *
         * @param name the name of the field
         * @param value its value
         * @return this builder
         */
        public Builder put(String name, Json value) {
            fields.put(name, value);
            return this;
        }

        /**
         * Adds a string.
         *
         * @param name the name of the field
         * @param value its value
         * @return this builder
         */
        public Builder put(String name, String value) {
            return put(name, Json.of(value));
        }

        /**
         * Adds a whole number.
         *
         * @param name the name of the field
         * @param value its value
         * @return this builder
         */
        public Builder put(String name, long value) {
            return put(name, Json.of(value));
        }

        /**
         * Adds a truth value.
         *
         * @param name the name of the field
         * @param value its value
         * @return this builder
         */
        public Builder put(String name, boolean value) {
            return put(name, Json.of(value));
        }

        /**
         * Makes the object.
         *
         * @return an object of all fields put so far
         */
        public JsonObject build() {
            return of(fields.build());
        }
    }
}
