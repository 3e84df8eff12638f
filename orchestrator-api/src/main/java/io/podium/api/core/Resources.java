package io.podium.api.core;

import io.podium.api.meta.Quantity;

/** Amounts of resources, as containers request and nodes have them. */
public final class Resources {
    private Resources() {}

    /**
     * So much of a resource.
     *
     * @param resource its name
     * @param quantity how much
     */
    public record Amount(String resource, Quantity quantity) {}

    /**
     * An amount of CPU.
     *
     * @param quantity CPUs, for example {@code 2} or {@code 100m}
     * @return the amount
     * @throws IllegalArgumentException if the text is no quantity
     */
    public static Amount cpu(String quantity) {
        return of("cpu", quantity);
    }

    /**
     * An amount of memory.
     *
     * @param quantity bytes, for example {@code 64Mi}
     * @return the amount
     * @throws IllegalArgumentException if the text is no quantity
     */
    public static Amount memory(String quantity) {
        return of("memory", quantity);
    }

    /**
     * An amount of a resource.
     *
     * @param resource its name
     * @param quantity how much
     * @return the amount
     * @throws IllegalArgumentException if the text is no quantity
     */
    public static Amount of(String resource, String quantity) {
        return new Amount(resource, Quantity.of(quantity));
    }
}
