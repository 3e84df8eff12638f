package io.podium.testkit.golden;

import io.podium.api.autoscaling.Scale;
import io.podium.api.autoscaling.Scales;
import io.podium.api.client.Patch;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Json;
import io.podium.api.meta.JsonObject;
import io.podium.api.schema.Schema;
import io.podium.codec.Trees;
import org.jspecify.annotations.Nullable;

/**
 * The scale of an object: how many replicas it wants and has.
 *
 * @param resource the object
 * @param <T> its type
 */
record Scaling<T extends ApiObject<T>>(Resource<T> resource) {

    Answer answer(Call call) {
        return switch (call.method()) {
            case "GET" -> Answer.of(200, tree(resource.client().scale(resource.kind(), resource.key())));
            case "PATCH" -> patch(Resource.patchOf(call.mediaType(), Router.tree(call)));
            case "PUT" -> put(Router.tree(call));
            default -> Answer.failure(405, "MethodNotAllowed", "a scale is read, put or patched");
        };
    }

    /** Of a scale that is put only the version and the wanted replicas count, so it is as good as a patch that says both. */
    private Answer put(Json body) {
        var name = body.at("metadata", "name").flatMap(Json::asText).orElse("");
        if (!name.equals(resource.place().name())) {
            return Answer.failure(400, "BadRequest", "the name of the scale does not match the name on the URL");
        }
        var version =
                body.at("metadata", "resourceVersion").flatMap(Json::asText).orElse("");
        var replicas = body.at("spec", "replicas").orElse(Json.of(0));
        var patch = JsonObject.of("spec", JsonObject.of("replicas", replicas));
        return patch(new Patch.Merge(
                version.isEmpty()
                        ? patch
                        : patch.with("metadata", JsonObject.of("resourceVersion", Json.of(version)))));
    }

    private Answer patch(@Nullable Patch patch) {
        if (patch == null) {
            return Answer.failure(415, "UnsupportedMediaType", "415: Unsupported Media Type");
        }
        var patched = resource.client()
                .patch(
                        resource.kind(),
                        resource.key(),
                        patch,
                        resource.options().on("scale"));
        return Answer.of(200, tree(Scales.of(patched)));
    }

    private static JsonObject tree(Scale scale) {
        return Trees.toTree(Schema.of(Scale.class), scale)
                .with("apiVersion", Json.of("autoscaling/v1"))
                .with("kind", Json.of("Scale"));
    }
}
