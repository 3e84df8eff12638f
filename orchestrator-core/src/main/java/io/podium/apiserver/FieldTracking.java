package io.podium.apiserver;

import io.podium.api.meta.ApiObject;

/**
 * Keeps book of who manages which field.
 *
 * @param <T> the type of the objects
 */
interface FieldTracking<T extends ApiObject<T>> {

    /** The object with the managers of a new object. */
    T created(T object, Request request);

    /** The object with the managers of its fields after a write that is no apply. */
    T updated(T object, T old, Request request);

    /** Keeps no book. */
    static <T extends ApiObject<T>> FieldTracking<T> none() {
        return new FieldTracking<>() {
            @Override
            public T created(T object, Request request) {
                return object;
            }

            @Override
            public T updated(T object, T old, Request request) {
                return object;
            }
        };
    }
}
