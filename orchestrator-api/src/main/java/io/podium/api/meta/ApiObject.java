package io.podium.api.meta;

import org.jspecify.annotations.Nullable;

/**
 * An object that the API server stores: it has a kind and metadata, and is immutable.
 *
 * @param <T> the type itself
 */
public interface ApiObject<T extends ApiObject<T>> {

    /**
     * What kind of object this is.
     *
     * @return its kind
     */
    Kind<T> kind();

    /**
     * The standard metadata.
     *
     * @return the metadata, {@linkplain ObjectMeta#EMPTY empty} if nothing was said
     */
    ObjectMeta metadata();

    /**
     * This object under other metadata.
     *
     * @param metadata the metadata to have
     * @return a copy
     */
    T withMetadata(ObjectMeta metadata);

    /**
     * The name, unique among the objects of its kind in its namespace.
     *
     * @return {@code metadata.name}, empty until it is created where a name is to be generated
     */
    default String name() {
        return metadata().name();
    }

    /**
     * The namespace.
     *
     * @return {@code metadata.namespace}, empty for a cluster-scoped object
     */
    default String namespace() {
        return metadata().namespace();
    }

    /**
     * The identity of this object in time: an object that is deleted and created again under its name has another.
     *
     * @return {@code metadata.uid}, empty until it is created
     */
    default String uid() {
        return metadata().uid();
    }

    /**
     * Namespace and name.
     *
     * @return where the object is found among those of its kind
     */
    default ObjectKey key() {
        return new ObjectKey(namespace(), name());
    }

    /**
     * Whether the object is being deleted and waits for its grace period or its finalizers.
     *
     * @return true if {@code metadata.deletionTimestamp} is set
     */
    default boolean isTerminating() {
        return metadata().deletionTimestamp() != null;
    }

    /**
     * A label.
     *
     * @param key its key
     * @return its value, or null if the object has no such label
     */
    default @Nullable String label(String key) {
        return metadata().labels().get(key);
    }

    /**
     * An annotation.
     *
     * @param key its key
     * @return its value, or null if the object has no such annotation
     */
    default @Nullable String annotation(String key) {
        return metadata().annotations().get(key);
    }
}
