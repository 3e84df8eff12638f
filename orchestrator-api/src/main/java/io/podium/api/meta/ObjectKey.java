package io.podium.api.meta;

import java.util.Objects;

/**
 * Where an object is found among those of its kind.
 *
 * @param namespace the namespace, empty for cluster-scoped kinds
 * @param name the name
 */
public record ObjectKey(String namespace, String name) implements Comparable<ObjectKey> {
    /** Neither may be null. */
    public ObjectKey {
        Objects.requireNonNull(
                namespace, "the namespace of an ObjectKey is null; it is empty for cluster-scoped kinds");
        Objects.requireNonNull(name, "the name of an ObjectKey is null");
    }

    /**
     * A key.
     *
     * @param namespace the namespace, empty for cluster-scoped kinds
     * @param name the name
     * @return the key
     */
    public static ObjectKey of(String namespace, String name) {
        return new ObjectKey(namespace, name);
    }

    @Override
    public int compareTo(ObjectKey other) {
        int order = namespace.compareTo(other.namespace);
        return order != 0 ? order : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return namespace.isEmpty() ? name : namespace + "/" + name;
    }
}
