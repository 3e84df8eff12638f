package io.podium.api.meta;

import io.podium.api.schema.JsonSchema;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An object of a kind known only at run time: typed metadata, and everything else as immutable JSON.
 *
 * <pre>{@code
 * var small = DynamicObject.of(widgets, ObjectMeta.EMPTY.withName("small"))
 *         .with(Json.of(1), "spec", "size");
 * small.integer("spec", "size"); // 1
 * }</pre>
 *
 * <p>The fields are kept as they came, be they valid or not: the API server judges them by the kind's schema.
 */
public final class DynamicObject implements ApiObject<DynamicObject> {
    private static final List<String> TYPED = List.of("apiVersion", "kind", "metadata");

    private final Kind<DynamicObject> kind;
    private final ObjectMeta metadata;
    private final JsonObject fields;

    private DynamicObject(Kind<DynamicObject> kind, ObjectMeta metadata, JsonObject fields) {
        this.kind = kind;
        this.metadata = metadata;
        this.fields = fields;
    }

    /**
     * An object with nothing but metadata.
     *
     * @param kind its kind
     * @param metadata its metadata
     * @return the object
     */
    public static DynamicObject of(Kind<DynamicObject> kind, ObjectMeta metadata) {
        return new DynamicObject(kind, metadata, JsonObject.EMPTY);
    }

    /**
     * An object.
     *
     * @param kind its kind
     * @param metadata its metadata
     * @param fields its other fields, such as {@code spec} and {@code status}
     * @return the object
     * @throws IllegalArgumentException if {@code apiVersion}, {@code kind} or {@code metadata} are among the fields
     */
    public static DynamicObject of(Kind<DynamicObject> kind, ObjectMeta metadata, JsonObject fields) {
        for (var name : TYPED) {
            if (fields.has(name)) {
                throw new IllegalArgumentException(kind.name() + " " + metadata.name() + ": " + name
                        + " is no free field; leave it out of the fields");
            }
        }
        return new DynamicObject(kind, metadata, fields);
    }

    /**
     * What a kind declares of its objects.
     *
     * @param kind a kind known only at run time
     * @return the schema of everything but {@code apiVersion}, {@code kind} and {@code metadata}
     */
    public static JsonSchema declaredBy(Kind<DynamicObject> kind) {
        return ((DynamicSchema) kind.schema()).declared();
    }

    @Override
    public Kind<DynamicObject> kind() {
        return kind;
    }

    @Override
    public ObjectMeta metadata() {
        return metadata;
    }

    @Override
    public DynamicObject withMetadata(ObjectMeta metadata) {
        return new DynamicObject(kind, metadata, fields);
    }

    /**
     * All fields but {@code apiVersion}, {@code kind} and {@code metadata}.
     *
     * @return the fields, as JSON
     */
    public JsonObject fields() {
        return fields;
    }

    /**
     * This object with other fields.
     *
     * @param fields all fields but {@code apiVersion}, {@code kind} and {@code metadata}
     * @return a copy
     */
    public DynamicObject withFields(JsonObject fields) {
        return of(kind, metadata, fields);
    }

    /**
     * This object with another value somewhere; objects on the way are made where they are missing.
     *
     * @param value the value to have
     * @param path the names of the fields that lead there, at least one
     * @return a copy
     */
    public DynamicObject with(Json value, String... path) {
        return withFields(fields.with(List.of(path), value));
    }

    /**
     * This object without a field.
     *
     * @param path the names of the fields that lead there, at least one
     * @return a copy, or this object if it has no such field
     */
    public DynamicObject without(String... path) {
        return withFields(fields.without(List.of(path)));
    }

    /**
     * A value.
     *
     * @param path the names of the fields that lead there
     * @return the value, or empty if there is none
     */
    public Optional<Json> at(String... path) {
        return fields.at(path);
    }

    /**
     * A text.
     *
     * @param path the names of the fields that lead there
     * @return the text, or empty if there is none
     */
    public Optional<String> text(String... path) {
        return at(path).flatMap(Json::asText);
    }

    /**
     * A whole number.
     *
     * @param path the names of the fields that lead there
     * @return the number, or empty if there is none
     */
    public Optional<Long> integer(String... path) {
        return at(path).flatMap(Json::asLong);
    }

    /**
     * A truth value.
     *
     * @param path the names of the fields that lead there
     * @return the value, or empty if there is none
     */
    public Optional<Boolean> bool(String... path) {
        return at(path).filter(JsonBool.class::isInstance).map(value -> ((JsonBool) value).value());
    }

    /**
     * A list.
     *
     * @param path the names of the fields that lead there
     * @return its items, none if there is no list
     */
    public List<Json> list(String... path) {
        return at(path).filter(JsonArray.class::isInstance)
                .map(value -> ((JsonArray) value).items())
                .orElse(List.of());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DynamicObject that
                && that.kind.equals(kind)
                && that.metadata.equals(metadata)
                && that.fields.equals(fields);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, metadata, fields);
    }

    @Override
    public String toString() {
        return "DynamicObject[kind=" + kind + ", metadata=" + metadata + ", fields=" + fields + "]";
    }
}
