package io.podium.apiserver;

import io.podium.api.autoscaling.Scale;
import io.podium.api.autoscaling.Scales;
import io.podium.api.client.Patch;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Json;
import io.podium.api.meta.JsonObject;
import io.podium.api.schema.Schema;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import io.podium.codec.DecodingException;
import io.podium.codec.Strictness;
import io.podium.codec.Trees;
import io.podium.patch.PatchException;

/**
 * Patches the scale of objects: of all that a patch of the scale says, only the wanted number of replicas reaches the object.
 *
 * @param <T> the type of the objects
 */
final class ScalePatches<T extends ApiObject<T>> {
    private static final Schema<Scale> SCALE = Schema.of(Scale.class);
    private static final Path REPLICAS = Path.of("spec").child("replicas");

    private final Registry<T> registry;

    ScalePatches(Registry<T> registry) {
        this.registry = registry;
    }

    /** The object that a patch of its scale makes of it. */
    T patched(Patch patch, T old, Request request) {
        var scale = scale(tree(patch, Scales.of(old)), old.name(), request);
        if (scale.spec().replicas() < 0) {
            var problems = new Problems();
            problems.invalid(REPLICAS, scale.spec().replicas(), "must be greater than or equal to 0");
            throw Failures.invalid("autoscaling", "Scale", old.name(), problems.causes());
        }
        return Scales.withReplicas(
                old.withMetadata(
                        old.metadata().withResourceVersion(scale.metadata().resourceVersion())),
                scale.spec().replicas());
    }

    private Json tree(Patch patch, Scale scale) {
        var tree = Trees.toTree(SCALE, scale)
                .with("apiVersion", Json.of("autoscaling/v1"))
                .with("kind", Json.of("Scale"));
        try {
            return PatchForms.apply(patch, tree, SCALE);
        } catch (PatchException e) {
            throw Failures.unfitPatch(registry.kind(), scale.metadata().name(), e);
        }
    }

    private Scale scale(Json patched, String name, Request request) {
        var strictness = Strictness.of(
                Strictness.Mode.valueOf(request.options().validation().name()));
        var fields = patched instanceof JsonObject object
                ? object.without("apiVersion").without("kind")
                : patched;
        try {
            return Trees.fromTree(SCALE, fields, strictness);
        } catch (DecodingException e) {
            throw Failures.unfitPatch(registry.kind(), name, e.getMessage());
        }
    }
}
