package io.podium.testkit.golden;

import io.podium.api.client.Patch;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Json;
import io.podium.api.meta.JsonObject;
import io.podium.api.meta.JsonString;
import java.util.ArrayList;
import java.util.List;

/**
 * The scale of an object: how many replicas it wants and has.
 *
 * @param resource the object
 * @param <T> its type
 */
record Scaling<T extends ApiObject<T>>(Resource<T> resource) {

    Answer answer(Call call) {
        return switch (call.method()) {
            case "GET" -> Answer.of(200, scaleOf(resource.client().get(resource.kind(), resource.key())));
            case "PATCH" -> patch(Router.tree(call));
            default -> Answer.failure(405, "MethodNotAllowed", "a scale is read or patched");
        };
    }

    private Answer patch(Json body) {
        var replicas = body.at("spec", "replicas").flatMap(Json::asLong).orElse(0L);
        if (replicas < 0) {
            return Answer.invalid(
                    "spec.replicas", "FieldValueInvalid", replicas + ": must be greater than or equal to 0");
        }
        var change = JsonObject.of("spec", JsonObject.of("replicas", Json.of(replicas)));
        var patched = resource.client()
                .patch(
                        resource.kind(),
                        resource.key(),
                        new Patch.Merge(change),
                        resource.options().on(""));
        return Answer.of(200, scaleOf(patched));
    }

    private JsonObject scaleOf(T object) {
        var tree = resource.served(object);
        var metadata = JsonObject.builder()
                .put("name", object.name())
                .put("namespace", object.namespace())
                .put("uid", object.uid())
                .put("resourceVersion", object.metadata().resourceVersion())
                .put(
                        "creationTimestamp",
                        tree.at("metadata", "creationTimestamp").orElse(Json.NULL))
                .build();
        return JsonObject.builder()
                .put("apiVersion", "autoscaling/v1")
                .put("kind", "Scale")
                .put("metadata", metadata)
                .put(
                        "spec",
                        JsonObject.of("replicas", tree.at("spec", "replicas").orElse(Json.of(0))))
                .put("status", status(tree))
                .build();
    }

    private static JsonObject status(JsonObject tree) {
        var labels = new ArrayList<String>();
        if (tree.at("spec", "selector", "matchLabels").orElse(Json.NULL) instanceof JsonObject wanted) {
            wanted.fields().forEach((key, value) -> labels.add(key + "=" + ((JsonString) value).value()));
        }
        var status = JsonObject.builder()
                .put("replicas", tree.at("status", "replicas").orElse(Json.of(0)));
        return labels.isEmpty()
                ? status.build()
                : status.put("selector", String.join(",", List.copyOf(labels))).build();
    }
}
