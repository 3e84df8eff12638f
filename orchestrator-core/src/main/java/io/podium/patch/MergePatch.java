package io.podium.patch;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonObject;
import io.podium.api.schema.Schema;

/**
 * A document that looks like the changed parts of the object (RFC 7396): its fields replace those of the object, null deletes one,
 * objects are merged field by field, and arrays are replaced whole.
 *
 * @param body the changed parts
 */
public record MergePatch(JsonObject body) implements Patch {

    /**
     * Reads a patch.
     *
     * @param body the patch as JSON
     * @return the patch
     * @throws PatchException if the body is no object
     */
    public static MergePatch parse(Json body) {
        if (body instanceof JsonObject object) {
            return new MergePatch(object);
        }
        throw PatchException.malformed("error decoding patch: a merge patch is an object, this is " + Kinds.of(body));
    }

    /**
     * Merges the patch into a document.
     *
     * @param document the document as it is
     * @return the document afterwards
     */
    public JsonObject apply(JsonObject document) {
        return merge(document, body);
    }

    @Override
    public JsonObject apply(JsonObject document, Schema<?> schema) {
        return apply(document);
    }

    private static JsonObject merge(JsonObject target, JsonObject patch) {
        var result = target;
        for (var field : patch.fields().entrySet()) {
            var name = field.getKey();
            var value = field.getValue();
            if (value.isNull()) {
                result = result.without(name);
            } else if (value instanceof JsonObject inner && result.get(name) instanceof JsonObject old) {
                result = result.with(name, merge(old, inner));
            } else {
                result = result.with(name, withoutNulls(value));
            }
        }
        return result;
    }

    /** A null in what is new deletes nothing, and means nothing; within arrays, too, as the patches of Kubernetes have it. */
    static Json withoutNulls(Json value) {
        return switch (value) {
            case JsonObject object -> object.map((name, field) -> field.isNull() ? null : withoutNulls(field));
            case JsonArray array ->
                JsonArray.of(
                        array.items().stream().map(MergePatch::withoutNulls).toList());
            default -> value;
        };
    }
}
