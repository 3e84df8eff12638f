package io.podium.api.schema;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonObject;
import io.podium.api.meta.JsonString;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Declares the fields of a kind known only at run time, as the OpenAPI schema of a custom resource definition would. Not safe for use
 * by several threads.
 */
public final class JsonSchemaBuilder {
    private static final JsonObject STRING = type("string");

    private JsonObject properties = JsonObject.EMPTY;
    private JsonObject rest = type("object");

    JsonSchemaBuilder() {}

    private static JsonObject type(String name) {
        return JsonObject.of("type", Json.of(name));
    }

    /**
     * A text.
     *
     * @param name the field
     * @return this builder
     */
    public JsonSchemaBuilder string(String name) {
        return field(name, STRING);
    }

    /**
     * A whole number of 64 bits.
     *
     * @param name the field
     * @return this builder
     */
    public JsonSchemaBuilder integer(String name) {
        return field(name, type("integer"));
    }

    /**
     * A number that may have a fraction.
     *
     * @param name the field
     * @return this builder
     */
    public JsonSchemaBuilder number(String name) {
        return field(name, type("number"));
    }

    /**
     * A truth value.
     *
     * @param name the field
     * @return this builder
     */
    public JsonSchemaBuilder bool(String name) {
        return field(name, type("boolean"));
    }

    /**
     * A number or a text, as ports are.
     *
     * @param name the field
     * @return this builder
     */
    public JsonSchemaBuilder intOrString(String name) {
        return field(name, JsonObject.of("x-kubernetes-int-or-string", Json.of(true)));
    }

    /**
     * A value of any shape.
     *
     * @param name the field
     * @return this builder
     */
    public JsonSchemaBuilder any(String name) {
        return field(name, JsonObject.of("x-kubernetes-preserve-unknown-fields", Json.of(true)));
    }

    /**
     * An object with fields of its own.
     *
     * @param name the field
     * @param declaration names its fields
     * @return this builder
     */
    public JsonSchemaBuilder object(String name, Consumer<JsonSchemaBuilder> declaration) {
        return field(name, declared(declaration));
    }

    /**
     * Texts by keys of any name, as labels are.
     *
     * @param name the field
     * @return this builder
     */
    public JsonSchemaBuilder stringMap(String name) {
        return field(name, type("object").with("additionalProperties", STRING));
    }

    /**
     * A list of texts that is owned as a whole.
     *
     * @param name the field
     * @return this builder
     */
    public JsonSchemaBuilder strings(String name) {
        return field(name, list(STRING, "atomic"));
    }

    /**
     * A list of distinct texts, each of which may have another owner.
     *
     * @param name the field
     * @return this builder
     */
    public JsonSchemaBuilder stringSet(String name) {
        return field(name, list(STRING, "set"));
    }

    /**
     * A list of objects, identified by some of their fields.
     *
     * @param name the field
     * @param keys the fields of an element that identify it
     * @param declaration names the fields of an element
     * @return this builder
     */
    public JsonSchemaBuilder listMap(String name, List<String> keys, Consumer<JsonSchemaBuilder> declaration) {
        return field(name, list(declared(declaration), "map").with("x-kubernetes-list-map-keys", texts(keys)));
    }

    /**
     * A field described by an OpenAPI schema.
     *
     * @param name the field
     * @param openApi its schema
     * @return this builder
     */
    public JsonSchemaBuilder field(String name, JsonObject openApi) {
        properties = properties.with(name, openApi);
        return this;
    }

    /**
     * The default of a field.
     *
     * @param name a field that was declared before
     * @param value what the API server fills in where the field is absent
     * @return this builder
     * @throws IllegalArgumentException if there is no such field
     */
    public JsonSchemaBuilder defaultOf(String name, Json value) {
        if (!properties.has(name)) {
            throw new IllegalArgumentException("no field " + name + " to give a default; declare it first");
        }
        properties = properties.with(List.of(name, "default"), value);
        return this;
    }

    /**
     * Fields that must be present.
     *
     * @param names the fields
     * @return this builder
     */
    public JsonSchemaBuilder required(String... names) {
        rest = rest.with("required", texts(List.of(names)));
        return this;
    }

    /**
     * Lets objects keep fields that are not declared.
     *
     * @return this builder
     */
    public JsonSchemaBuilder preserveUnknown() {
        rest = rest.with("x-kubernetes-preserve-unknown-fields", Json.of(true));
        return this;
    }

    JsonObject build() {
        return rest.with("properties", properties);
    }

    private static JsonObject declared(Consumer<JsonSchemaBuilder> declaration) {
        var builder = new JsonSchemaBuilder();
        declaration.accept(builder);
        return builder.build();
    }

    private static JsonObject list(JsonObject items, String listType) {
        return type("array").with("items", items).with("x-kubernetes-list-type", Json.of(listType));
    }

    private static JsonArray texts(List<String> texts) {
        Stream<JsonString> items = texts.stream().map(Json::of);
        return JsonArray.of(items.toList());
    }
}
