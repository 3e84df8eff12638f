package io.podium.api.controller;

import io.podium.api.client.Change;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Kind;
import io.podium.api.meta.ObjectKey;
import io.podium.api.meta.OwnerReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The usual answers to which keys a change concerns. */
public final class Keys {
    private Keys() {}

    /**
     * The changed object itself.
     *
     * @param <T> its type
     * @return its key
     */
    public static <T extends ApiObject<T>> Function<Change<T>, List<ObjectKey>> self() {
        return change -> List.of(change.newest().key());
    }

    /**
     * The object that controls the changed one, now and before the change.
     *
     * @param owner the kind of the controlling object
     * @param <T> the type of the changed object
     * @return keys of that kind
     */
    public static <T extends ApiObject<T>> Function<Change<T>, List<ObjectKey>> controller(Kind<?> owner) {
        return change -> {
            var keys = new ArrayList<ObjectKey>(2);
            addController(owner, change.after(), keys);
            addController(owner, change.before(), keys);
            return keys;
        };
    }

    private static void addController(Kind<?> owner, @Nullable ApiObject<?> owned, List<ObjectKey> keys) {
        if (owned == null) {
            return;
        }
        for (OwnerReference reference : owned.metadata().ownerReferences()) {
            if (Boolean.TRUE.equals(reference.controller())
                    && reference.kind().equals(owner.name())
                    && reference.apiVersion().equals(owner.apiVersion())) {
                var key = ObjectKey.of(owner.namespaced() ? owned.namespace() : "", reference.name());
                if (!keys.contains(key)) {
                    keys.add(key);
                }
            }
        }
    }
}
