package io.podium.apiserver;

import io.podium.api.client.AlreadyExistsException;
import io.podium.api.client.Patch;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.DynamicObject;
import io.podium.api.meta.Json;
import io.podium.api.meta.JsonObject;
import io.podium.api.meta.ObjectKey;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import io.podium.codec.DecodingException;
import io.podium.codec.Strictness;
import io.podium.codec.Trees;
import io.podium.patch.PatchException;
import io.podium.patch.apply.ApplyException;
import io.podium.patch.apply.ApplyResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Patches the objects of one kind.
 *
 * @param <T> the type of the objects
 */
final class Patches<T extends ApiObject<T>> {
    private final Registry<T> registry;
    private final Writes<T> writes;
    private final ScalePatches<T> scales;
    private final FieldTracking<T> tracking;

    Patches(Registry<T> registry, Writes<T> writes, FieldTracking<T> tracking) {
        this.registry = registry;
        this.writes = writes;
        this.scales = new ScalePatches<>(registry);
        this.tracking = tracking;
    }

    T patch(ObjectKey key, Patch patch, Request request) {
        if (patch instanceof Patch.Apply apply) {
            return apply(key, apply.body(), request);
        }
        return writes.change(key, request, old -> {
            var patched = request.options().subresource().equals("scale")
                    ? scales.patched(patch, old, request)
                    : inPlace(decoded(patched(patch, old), key.name(), request), key);
            writes.checkVersion(patched, old);
            return patched;
        });
    }

    /** What a patch made of an object, which is still an object of that name. */
    private T inPlace(T patched, ObjectKey key) {
        if (patched.name().isEmpty()) {
            throw Failures.badRequest("the name of the object (" + key.name()
                    + " based on URL) was undeterminable: name must be provided");
        }
        if (!patched.name().equals(key.name())) {
            throw Failures.badRequest("the name of the object (" + patched.name()
                    + ") does not match the name on the URL (" + key.name() + ")");
        }
        return within(patched, key);
    }

    /** An object in the namespace of the request, which it may name or leave out. */
    private T within(T patched, ObjectKey key) {
        if (patched.namespace().isEmpty() || !registry.kind().namespaced()) {
            return patched.withMetadata(patched.metadata().withNamespace(key.namespace()));
        }
        if (!patched.namespace().equals(key.namespace())) {
            throw Failures.badRequest(
                    "the namespace of the provided object does not match the namespace sent on the request");
        }
        return patched;
    }

    /** Applies what a manager wants, whatever the object is now. */
    T apply(T wanted, Request request) {
        return apply(wanted.key(), SaidTree.of(wanted), request);
    }

    private T apply(ObjectKey key, Json config, Request request) {
        if (request.options().fieldManager().isEmpty()) {
            throw Failures.badRequest("PatchOptions.meta.k8s.io \"\" is invalid: fieldManager: Required value: "
                    + "is required for apply patch; name the manager with WriteOptions.by");
        }
        if (!(config instanceof JsonObject fields)) {
            throw Failures.badRequest("an apply needs an object with apiVersion and kind, was " + config);
        }
        refuseOther(key, fields);
        if (registry.read(key).isEmpty()) {
            try {
                var applied = applied(key, null, fields, request);
                return writes.create(
                        toCreate(object(applied.object(), request), key), request.owned(applied.managedFields()));
            } catch (AlreadyExistsException faster) {
                return applyToPresent(key, fields, request);
            }
        }
        return applyToPresent(key, fields, request);
    }

    /** Refuses to apply an object of another kind or name. */
    private void refuseOther(ObjectKey key, JsonObject config) {
        var kind = registry.kind();
        var said = said(config, "kind");
        if (!said.equals(kind.name()) || !said(config, "apiVersion").equals(kind.apiVersion())) {
            throw Failures.badRequest("invalid object type: " + said(config, "apiVersion") + ", Kind=" + said
                    + "; apply a " + kind.name() + " of " + kind.apiVersion());
        }
        var name = config.at("metadata", "name").flatMap(Json::asText).orElse(key.name());
        if (!name.equals(key.name())) {
            throw Failures.badRequest(
                    "the name of the object (" + name + ") does not match the name on the URL (" + key.name() + ")");
        }
    }

    private static String said(JsonObject config, String field) {
        return config.at(field).flatMap(Json::asText).orElse("");
    }

    private T applyToPresent(ObjectKey key, JsonObject config, Request request) {
        return writes.changeOwned(key, request, old -> {
            writes.checkVersion(config, old);
            var applied = applied(key, old, config, request);
            return new Writes.Owned<>(
                    applied.changed() ? inPlace(object(applied.object(), request), key) : old, applied.managedFields());
        });
    }

    private ApplyResult.Applied applied(ObjectKey key, @Nullable T live, JsonObject config, Request request) {
        try {
            var result = tracking.door(request)
                    .apply(
                            live == null ? null : Trees.toTree(live),
                            live == null ? List.of() : live.metadata().managedFields(),
                            config,
                            tracking.manager(request),
                            request.options().force(),
                            tracking.now());
            return switch (result) {
                case ApplyResult.Applied applied -> applied;
                case ApplyResult.Refused refused -> throw Failures.applyConflict(refused);
            };
        } catch (ApplyException e) {
            throw Failures.badRequest(registry.kind().name() + " " + key + ": " + e.getMessage());
        }
    }

    /** What was applied and is not there yet: who names it by its uid knew another object of that name. */
    private T toCreate(T applied, ObjectKey key) {
        if (!applied.uid().isEmpty()) {
            throw Failures.conflict(
                    registry.kind(),
                    registry.kind().plural(),
                    key.name(),
                    "uid mismatch: the provided object specified uid " + applied.uid()
                            + ", and no existing object was found");
        }
        return within(applied.withMetadata(applied.metadata().withName(key.name())), key);
    }

    private Json patched(Patch patch, T old) {
        var tree = Trees.toTree(old);
        var schema = registry.kind().schema();
        try {
            return PatchForms.apply(patch, tree, schema);
        } catch (PatchException e) {
            throw Failures.unfitPatch(registry.kind(), old.name(), e);
        }
    }

    private T object(Json tree, Request request) {
        try {
            return read(tree, request);
        } catch (DecodingException e) {
            throw Failures.badRequest(e.getMessage());
        }
    }

    private T decoded(Json patched, String name, Request request) {
        refuseUntyped(patched, name);
        try {
            return read(patched, request);
        } catch (DecodingException e) {
            throw Failures.unfitPatch(registry.kind(), name, e.getMessage());
        }
    }

    /** A patch may drop the kind of a built-in, which its place in the API tells; nothing else of what says what an object is. */
    private void refuseUntyped(Json patched, String name) {
        boolean versioned = patched.at("apiVersion").flatMap(Json::asText).isPresent();
        boolean named = registry.kind().type() != DynamicObject.class
                || patched.at("kind").flatMap(Json::asText).isPresent();
        if (patched instanceof JsonObject && (!versioned || !named)) {
            throw Failures.unfitPatch(
                    registry.kind(), name, "the patched object must say apiVersion and kind; leave them as they are");
        }
        var said =
                patched.at("kind").flatMap(Json::asText).orElse(registry.kind().name());
        if (registry.kind().type() == DynamicObject.class
                && !said.equals(registry.kind().name())) {
            var problems = new Problems();
            problems.invalid(Path.of("kind"), said, "must be " + registry.kind().name());
            var saidName = patched.at("metadata", "name").flatMap(Json::asText).orElse("");
            throw Failures.invalid(registry.kind(), saidName, problems.causes());
        }
    }

    private T read(Json tree, Request request) {
        var strictness = Strictness.dropping(
                Strictness.Mode.valueOf(request.options().validation().name()));
        var object = Trees.fromTree(registry.kind(), tree, strictness);
        strictness.finish();
        return object;
    }
}
