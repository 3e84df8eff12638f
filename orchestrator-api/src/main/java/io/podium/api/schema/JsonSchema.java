package io.podium.api.schema;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonObject;
import io.podium.api.meta.Sorted;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A schema made at run time, whose objects are JSON objects: what a custom resource definition says of its kind.
 *
 * <p>Every field may be absent. A value that is not of its field's type, an explicit {@code null} included, counts among the
 * {@linkplain #unknown unknown fields}: so no document is out of reach, and taking one apart and putting it together loses nothing.
 * Whether it is valid is asked elsewhere.
 */
public final class JsonSchema extends Schema<JsonObject> {
    private final JsonObject openApi;

    private JsonSchema(JsonObject openApi) {
        super(JsonObject.class, OpenApiFields.of(openApi));
        this.openApi = openApi;
    }

    /**
     * The schema of an OpenAPI v3 schema of type {@code object} as custom resource definitions carry them: types, properties,
     * additionalProperties, defaults, and Kubernetes' extensions {@code x-kubernetes-list-type}, {@code -list-map-keys},
     * {@code -map-type}, {@code -preserve-unknown-fields} and {@code -int-or-string}.
     *
     * @param openApi the schema, without references
     * @return the schema
     */
    public static JsonSchema of(JsonObject openApi) {
        return new JsonSchema(openApi);
    }

    /**
     * A schema declared in Java.
     *
     * @param declaration names its fields
     * @return the schema
     */
    public static JsonSchema declare(Consumer<JsonSchemaBuilder> declaration) {
        var builder = new JsonSchemaBuilder();
        declaration.accept(builder);
        return of(builder.build());
    }

    /**
     * The OpenAPI schema that this one was made of.
     *
     * @return the schema, as JSON
     */
    public JsonObject openApi() {
        return openApi;
    }

    @Override
    public boolean preservesUnknown() {
        return OpenApiFields.preservesUnknown(openApi);
    }

    @Override
    public @Nullable Object get(JsonObject object, int index) {
        var field = fields().get(index);
        var value = object.get(field.name());
        return value != null && JsonValues.fits(field.type(), value) ? JsonValues.read(field.type(), value) : null;
    }

    @Override
    public UnknownFields unknown(JsonObject object) {
        Sorted.Builder<Json> unknown = null;
        for (var entry : object.fields().entrySet()) {
            var field = field(entry.getKey());
            if (field == null || !JsonValues.fits(field.type(), entry.getValue())) {
                unknown = unknown == null ? Sorted.builder() : unknown;
                unknown.put(entry.getKey(), entry.getValue());
            }
        }
        return unknown == null ? UnknownFields.NONE : new UnknownFields(unknown.build());
    }

    @Override
    public JsonObject create(@Nullable Object[] values, UnknownFields unknown) {
        var object = JsonObject.builder();
        unknown.fields().forEach(object::put);
        for (var field : fields()) {
            var value = values[field.index()];
            if (value != null) {
                object.put(field.name(), JsonValues.write(field.type(), value));
            }
        }
        return object.build();
    }

    @Override
    public JsonObject empty() {
        return JsonObject.EMPTY;
    }
}
