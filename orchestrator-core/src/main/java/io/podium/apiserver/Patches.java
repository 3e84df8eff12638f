package io.podium.apiserver;

import io.podium.api.client.Patch;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Json;
import io.podium.api.meta.ObjectKey;
import io.podium.codec.DecodingException;
import io.podium.codec.Strictness;
import io.podium.codec.Trees;
import io.podium.patch.JsonPatch;
import io.podium.patch.MergePatch;
import io.podium.patch.PatchException;
import io.podium.patch.StrategicMergePatch;

/**
 * Patches the objects of one kind.
 *
 * @param <T> the type of the objects
 */
final class Patches<T extends ApiObject<T>> {
    private final Registry<T> registry;
    private final Writes<T> writes;

    Patches(Registry<T> registry, Writes<T> writes) {
        this.registry = registry;
        this.writes = writes;
    }

    T patch(ObjectKey key, Patch patch, Request request) {
        return writes.change(key, request, old -> {
            var patched = object(patched(patch, old), request);
            writes.checkVersion(patched, old);
            return patched;
        });
    }

    T apply(T applied, Request request) {
        var present = registry.read(applied.key());
        return present.isEmpty()
                ? writes.create(applied, request)
                : patch(applied.key(), new Patch.Strategic(Trees.toTree(applied)), request);
    }

    private Json patched(Patch patch, T old) {
        var tree = Trees.toTree(old);
        var schema = registry.kind().schema();
        try {
            return switch (patch) {
                case Patch.JsonPatch json -> JsonPatch.parse(json.body()).apply(tree, schema);
                case Patch.Merge merge -> MergePatch.parse(merge.body()).apply(tree, schema);
                case Patch.Strategic strategic ->
                    StrategicMergePatch.parse(strategic.body()).apply(tree, schema);
                case Patch.Apply apply -> throw new IllegalArgumentException("an apply is no patch of a stored object");
            };
        } catch (PatchException e) {
            throw Failures.unfitPatch(registry.kind(), old.name(), e);
        }
    }

    private T object(Json tree, Request request) {
        var strictness = Strictness.of(
                Strictness.Mode.valueOf(request.options().validation().name()));
        try {
            var object = Trees.fromTree(registry.kind(), tree, strictness);
            strictness.finish();
            return object;
        } catch (DecodingException e) {
            throw Failures.badRequest(e.getMessage());
        }
    }
}
