package io.podium.patch;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonObject;
import io.podium.api.schema.FieldType;
import io.podium.api.schema.Schema;

/**
 * Kubernetes' own kind of merge patch, which knows the types of the object: a list whose elements have a merge key is merged element
 * by element, and directives beginning with {@code $} say what a plain merge cannot.
 *
 * <ul>
 *   <li>{@code $patch: replace} or {@code delete} in an object replaces or empties it; {@code delete} in an element of a merged list
 *       removes the element of that key, and an element {@code {$patch: replace}} replaces the whole list;
 *   <li>{@code $deleteFromPrimitiveList/x} lists the scalars to remove from list {@code x};
 *   <li>{@code $setElementOrder/x} gives the order of list {@code x};
 *   <li>{@code $retainKeys} lists the fields of an object that survive.
 * </ul>
 *
 * @param body the changed parts
 */
public record StrategicMergePatch(JsonObject body) implements Patch {

    /**
     * Reads a patch.
     *
     * @param body the patch as JSON
     * @return the patch
     * @throws PatchException if the body is no object
     */
    public static StrategicMergePatch parse(Json body) {
        if (body instanceof JsonObject object) {
            return new StrategicMergePatch(object);
        }
        throw PatchException.malformed(
                "error decoding patch: a strategic merge patch is an object, this is " + Kinds.of(body));
    }

    @Override
    public JsonObject apply(JsonObject document, Schema<?> schema) {
        return StrategicMerge.objects(document, body, new FieldType.Inline(schema));
    }
}
