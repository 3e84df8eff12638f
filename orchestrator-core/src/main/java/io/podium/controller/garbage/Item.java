package io.podium.controller.garbage;

import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Kind;
import io.podium.api.meta.ObjectKey;

/**
 * An object to look at.
 *
 * @param kind its kind
 * @param key its namespace and name
 * @param <T> its type
 */
record Item<T extends ApiObject<T>>(Kind<T> kind, ObjectKey key) {
    @Override
    public String toString() {
        return kind.name() + " " + key;
    }
}
