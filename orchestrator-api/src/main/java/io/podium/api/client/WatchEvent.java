package io.podium.api.client;

import io.podium.api.meta.ApiObject;

/**
 * One event of a {@link Watch}.
 *
 * @param type what happened
 * @param object the object after it; before it, with the resource version of the deletion, if it is gone; of a bookmark only its resource
 *     version counts
 * @param <T> the type of the object
 */
public record WatchEvent<T extends ApiObject<T>>(Type type, T object) {

    /** What happened to an object, as the watcher's selectors see it. */
    public enum Type {
        /** It is new to the watcher. */
        ADDED,
        /** It has changed. */
        MODIFIED,
        /** It is gone, or no longer selected. */
        DELETED,
        /** Nothing: the watcher may resume from here. */
        BOOKMARK
    }
}
