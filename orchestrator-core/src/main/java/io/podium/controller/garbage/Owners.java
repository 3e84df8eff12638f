package io.podium.controller.garbage;

import io.podium.api.client.Client;
import io.podium.api.client.ListOptions;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Kind;
import io.podium.api.meta.ObjectKey;
import io.podium.api.meta.OwnerReference;
import io.podium.controller.garbage.GarbageCollector.Followed;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the owners that references name, and the dependents of an owner. */
final class Owners {
    private final Client client;
    private final List<Followed<?>> kinds;

    Owners(Client client, List<Followed<?>> kinds) {
        this.client = client;
        this.kinds = kinds;
    }

    /**
     * Where the owner that a reference names should be; null if nothing can be said of it: its kind is not known, or it has a namespace and the
     * object that refers to it has none.
     */
    @Nullable
    Item<?> item(String namespace, OwnerReference reference) {
        for (var followed : kinds) {
            var kind = followed.kind();
            if (kind.name().equals(reference.kind()) && sameGroup(kind, reference.apiVersion())) {
                return kind.namespaced() && namespace.isEmpty() ? null : at(kind, namespace, reference);
            }
        }
        return null;
    }

    /** The owner that a reference names, as committed; empty if it is gone, or another object has its name. */
    Optional<? extends ApiObject<?>> find(Item<?> item, OwnerReference reference) {
        return read(item).filter(owner -> owner.uid().equals(reference.uid()));
    }

    /** The objects that name an owner, as far as has been seen. */
    List<Item<?>> dependentsOf(String uid) {
        return kinds.stream()
                .<Item<?>>flatMap(followed -> followed.dependentsOf(uid).stream())
                .toList();
    }

    /** The objects that name an owner, as committed: asks the API server for everything that could. */
    List<Item<?>> committedDependentsOf(ApiObject<?> owner) {
        boolean everywhere = owner.namespace().isEmpty();
        return kinds.stream()
                .map(Followed::kind)
                .filter(kind -> everywhere || kind.namespaced())
                .<Item<?>>flatMap(kind -> committed(kind, owner).stream())
                .toList();
    }

    private <T extends ApiObject<T>> List<Item<T>> committed(Kind<T> kind, ApiObject<?> owner) {
        return client.list(kind, owner.namespace(), ListOptions.ALL).items().stream()
                .filter(object -> object.metadata().ownerReferences().stream()
                        .anyMatch(reference -> reference.uid().equals(owner.uid())))
                .map(object -> new Item<>(kind, object.key()))
                .toList();
    }

    <T extends ApiObject<T>> Optional<T> read(Item<T> item) {
        return client.find(item.kind(), item.key());
    }

    private static <T extends ApiObject<T>> Item<T> at(Kind<T> kind, String namespace, OwnerReference reference) {
        return new Item<>(kind, ObjectKey.of(kind.namespaced() ? namespace : "", reference.name()));
    }

    private static boolean sameGroup(Kind<?> kind, String apiVersion) {
        int slash = apiVersion.indexOf('/');
        return kind.group().equals(slash < 0 ? "" : apiVersion.substring(0, slash));
    }
}
