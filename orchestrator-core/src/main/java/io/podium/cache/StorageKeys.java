package io.podium.cache;

import io.podium.api.meta.Kind;
import io.podium.api.meta.ObjectKey;

/** Where objects lie in the store: {@code /pods/default/web}, {@code /deployments.apps/default/web}, {@code /nodes/a}. */
public final class StorageKeys {
    private StorageKeys() {}

    /**
     * What the keys of a kind begin with.
     *
     * @param kind the kind
     * @return a prefix
     */
    public static String prefix(Kind<?> kind) {
        return "/" + kind.resource() + "/";
    }

    /**
     * What the keys of a kind in a namespace begin with.
     *
     * @param kind the kind
     * @param namespace the namespace, empty for all
     * @return a prefix
     */
    public static String prefix(Kind<?> kind, String namespace) {
        return namespace.isEmpty() ? prefix(kind) : prefix(kind) + namespace + "/";
    }

    /**
     * The key of an object.
     *
     * @param kind its kind
     * @param key its namespace and name
     * @return where it lies
     */
    public static String of(Kind<?> kind, ObjectKey key) {
        return key.namespace().isEmpty()
                ? prefix(kind) + key.name()
                : prefix(kind) + key.namespace() + "/" + key.name();
    }
}
