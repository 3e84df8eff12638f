package io.podium.apiserver;

import io.podium.api.client.Patch;
import io.podium.api.meta.Json;
import io.podium.api.meta.JsonObject;
import io.podium.api.schema.Schema;
import io.podium.patch.JsonPatch;
import io.podium.patch.MergePatch;
import io.podium.patch.StrategicMergePatch;

/** The forms that a patch may have. */
final class PatchForms {
    private PatchForms() {}

    /**
     * What a patch makes of a tree.
     *
     * @throws io.podium.patch.PatchException if it cannot be applied
     */
    static Json apply(Patch patch, JsonObject tree, Schema<?> schema) {
        return switch (patch) {
            case Patch.JsonPatch json -> JsonPatch.parse(json.body()).apply(tree, schema);
            case Patch.Merge merge -> MergePatch.parse(merge.body()).apply(tree, schema);
            case Patch.Strategic strategic ->
                StrategicMergePatch.parse(strategic.body()).apply(tree, schema);
            case Patch.Apply apply -> throw new IllegalArgumentException("an apply is no patch of a stored object");
        };
    }
}
