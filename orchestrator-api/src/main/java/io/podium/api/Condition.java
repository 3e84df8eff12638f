package io.podium.api;

import java.util.function.Predicate;

/**
 * Something to wait for.
 *
 * @param description what is waited for, as in "to be available"
 * @param holds whether it is so; never asked about an object that is not there
 * @param absence whether it is so when there is no object
 * @param <T> the type of the object
 */
public record Condition<T>(String description, Predicate<T> holds, boolean absence) {

    /**
     * A condition of an object that is there.
     *
     * @param description what is waited for, as in "to be available"
     * @param holds whether it is so
     * @param <T> the type of the object
     * @return the condition
     */
    public static <T> Condition<T> of(String description, Predicate<T> holds) {
        return new Condition<>(description, holds, false);
    }
}
