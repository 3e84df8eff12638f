package io.podium.apiserver;

import io.podium.api.client.DeleteOptions;
import io.podium.api.client.ListOptions;
import io.podium.api.client.ObjectList;
import io.podium.api.client.Patch;
import io.podium.api.client.Scope;
import io.podium.api.client.Watch;
import io.podium.api.client.WatchOptions;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.ObjectKey;
import io.podium.cache.OverlaidFollower;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the server does with the objects of one kind.
 *
 * @param <T> the type of the objects
 */
final class Endpoint<T extends ApiObject<T>> {
    private final Registry<T> registry;
    private final Reads<T> reads;
    private final Writes<T> writes;
    private final Patches<T> patches;
    private final Deletes<T> deletes;

    Endpoint(Registry<T> registry, FieldTracking<T> tracking) {
        this.registry = registry;
        this.reads = new Reads<>(registry);
        this.writes = new Writes<>(registry, tracking);
        this.patches = new Patches<>(registry, writes, tracking);
        this.deletes = new Deletes<>(registry, reads);
    }

    Registry<T> registry() {
        return registry;
    }

    T get(ObjectKey key) {
        return registry.mustRead(key).object();
    }

    Optional<T> find(ObjectKey key) {
        return registry.read(key).map(Registry.Stored::object);
    }

    ObjectList<T> list(String namespace, ListOptions options) {
        return reads.list(namespace, options);
    }

    Watch<T> watch(String namespace, WatchOptions options, Dispatcher dispatcher) {
        return reads.watch(namespace, options, dispatcher);
    }

    OverlaidFollower<T> follow(Scope scope) {
        return registry.cache().follow(scope);
    }

    T create(T object, Request request) {
        return writes.create(placed(object), request);
    }

    T update(T object, Request request) {
        requireServed(request);
        return writes.update(placed(object), request);
    }

    T patch(ObjectKey key, Patch patch, Request request) {
        requireServed(request);
        return patches.patch(key, patch, request);
    }

    T apply(T object, Request request) {
        requireServed(request);
        return patches.apply(placed(object), request);
    }

    /** Changes an object, over and over until nobody else changes it meanwhile. */
    T change(ObjectKey key, Request request, Writes.Change<T> change) {
        return writes.change(key, request, change);
    }

    /** Whether the state of an object that was stored last is the one with which it went. */
    boolean isGone(T object) {
        return new Finalization<>(registry).isComplete(object);
    }

    Deletes.Deleted<T> delete(ObjectKey key, DeleteOptions options, String userAgent) {
        return deletes.delete(key, options, userAgent);
    }

    ObjectList<T> deleteCollection(
            String namespace,
            ListOptions which,
            DeleteOptions options,
            String userAgent,
            Consumer<Deletes.Deleted<T>> deleted) {
        return deletes.deleteCollection(namespace, which, options, userAgent, deleted);
    }

    private void requireServed(Request request) {
        var subresource = request.options().subresource();
        if (!subresource.isEmpty() && !registry.kind().subresources().contains(subresource)) {
            throw Failures.noSuchSubresource(registry.kind(), subresource);
        }
    }

    /** The object in its namespace: the default one if it names none, none at all if its kind has no namespaces. */
    private T placed(T object) {
        boolean namespaced = registry.kind().namespaced();
        if (namespaced == !object.namespace().isEmpty()) {
            return object;
        }
        return object.withMetadata(object.metadata().withNamespace(namespaced ? "default" : ""));
    }
}
