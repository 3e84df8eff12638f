package io.podium.apiserver;

import io.podium.api.dispatch.Dispatcher;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Kind;
import io.podium.api.meta.ManagedFieldsEntry;
import io.podium.patch.apply.FieldManager;
import io.podium.patch.apply.ResetFields;
import io.podium.patch.apply.ServerSideApply;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps book of who manages which field. A write that names no manager is not tracked until its object was applied for the first time;
 * from then on the writer's user agent stands for its manager.
 *
 * @param <T> the type of the objects
 */
final class FieldTracking<T extends ApiObject<T>> {
    private final Kind<T> kind;
    private final Dispatcher dispatcher;
    private final Map<String, ServerSideApply<T>> doors = new ConcurrentHashMap<>(); // looked up by key only

    FieldTracking(Kind<T> kind, Dispatcher dispatcher) {
        this.kind = kind;
        this.dispatcher = dispatcher;
    }

    /** The object with the managers of a new object. */
    T created(T object, Request request) {
        var decided = request.owners();
        if (decided != null) {
            return owned(object, decided);
        }
        return request.options().fieldManager().isEmpty()
                ? owned(object, List.of())
                : owned(object, door(request).create(owned(object, List.of()), manager(request), now()));
    }

    /** The object with the managers of its fields after a write that is no apply. */
    T updated(T object, T old, Request request) {
        var decided = request.owners();
        if (decided != null) {
            return owned(object, decided);
        }
        var owners = old.metadata().managedFields();
        return owned(object, door(request).update(old, owned(object, owners), owners, manager(request), now()));
    }

    /** Server-side apply through the subresource that a request names. */
    ServerSideApply<T> door(Request request) {
        return doors.computeIfAbsent(
                request.options().subresource(),
                subresource -> new ServerSideApply<>(kind.schema(), ResetFields.of(kind, subresource)));
    }

    FieldManager manager(Request request) {
        var name = request.options().fieldManager();
        return new FieldManager(
                name.isEmpty() ? request.userAgent() : name,
                kind.apiVersion(),
                request.options().subresource());
    }

    Instant now() {
        return dispatcher.now().truncatedTo(ChronoUnit.SECONDS);
    }

    private T owned(T object, List<ManagedFieldsEntry> owners) {
        var metadata = object.metadata();
        return metadata.managedFields() == owners || metadata.managedFields().isEmpty() && owners.isEmpty()
                ? object
                : object.withMetadata(metadata.withManagedFields(owners));
    }
}
