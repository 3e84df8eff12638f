package io.podium.api.admission;

import io.podium.api.meta.ApiObject;

/**
 * Refuses objects that break a rule of the application.
 *
 * @param <T> the type of the objects
 */
@FunctionalInterface
public interface Validator<T extends ApiObject<T>> {

    /**
     * Looks at an object.
     *
     * @param object what is written; what is deleted
     * @param attributes what else is known of the write
     * @throws Refusal to refuse the write
     */
    void validate(T object, Attributes<T> attributes);
}
