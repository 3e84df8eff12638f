package io.podium.apiserver.admission;

import io.podium.api.admission.Attributes;
import io.podium.api.meta.ApiObject;
import io.podium.apiserver.validation.Problems;

/**
 * Gives objects of a kind what only one of them may have at a time, such as an address. It runs after the mutators and before the object
 * is validated, and so has to bear malformed objects, which it leaves as they are.
 *
 * @param <T> the type of the objects
 */
@FunctionalInterface
public interface Allocator<T extends ApiObject<T>> {

    /**
     * Gives an object what it lacks.
     *
     * @param object what is written
     * @param attributes what else is known of the write
     * @param problems collects why something cannot be given
     * @return the object with it; the same reference if it lacks nothing
     */
    T allocated(T object, Attributes<T> attributes, Problems problems);
}
