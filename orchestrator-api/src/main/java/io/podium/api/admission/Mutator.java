package io.podium.api.admission;

import io.podium.api.meta.ApiObject;

/**
 * Changes objects before they are validated and committed. Must be pure but for what it reads through the attributes: a write may be
 * tried several times.
 *
 * @param <T> the type of the objects
 */
@FunctionalInterface
public interface Mutator<T extends ApiObject<T>> {

    /**
     * Changes an object.
     *
     * @param object what is written, with defaults
     * @param attributes what else is known of the write
     * @return what to write instead; the same reference to leave it as it is
     * @throws Refusal to refuse the write
     */
    T mutate(T object, Attributes<T> attributes);
}
