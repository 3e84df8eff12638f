package io.podium.patch;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonObject;
import io.podium.api.schema.Schema;

/** A change to an object that can be applied to any version of it. */
public sealed interface Patch permits JsonPatch, MergePatch, StrategicMergePatch {

    /**
     * Changes a document.
     *
     * @param document the object as it is
     * @param schema what is known of objects of its kind
     * @return the object as it shall be; a JSON patch may make it something that is no object
     * @throws PatchException if the patch is malformed or does not fit the document
     */
    Json apply(JsonObject document, Schema<?> schema);
}
