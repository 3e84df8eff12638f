package io.podium.controller.garbage;

import io.podium.api.client.Client;
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

    /** Where the owner that a reference names should be; null if its kind is not known, so that nothing can be said of it. */
    @Nullable
    Item<?> item(String namespace, OwnerReference reference) {
        for (var followed : kinds) {
            var kind = followed.kind();
            if (kind.name().equals(reference.kind()) && sameGroup(kind, reference.apiVersion())) {
                return at(kind, namespace, reference);
            }
        }
        return null;
    }

    /** The owner that a reference names, as committed; empty if it is gone, or another object has its name. */
    Optional<? extends ApiObject<?>> find(Item<?> item, OwnerReference reference) {
        return read(item).filter(owner -> owner.uid().equals(reference.uid()));
    }

    /** The objects that name an owner. */
    List<Item<?>> dependentsOf(String uid) {
        return kinds.stream()
                .<Item<?>>flatMap(followed -> followed.dependentsOf(uid).stream())
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
