package io.podium.patch.apply;

/**
 * Who writes: the name that a client gives itself, and through which door it comes.
 *
 * @param name the name of the manager, 1 to 128 characters
 * @param apiVersion the version in which it writes, such as {@code apps/v1}
 * @param subresource the subresource that it writes to, empty for the object itself
 */
public record FieldManager(String name, String apiVersion, String subresource) {

    /**
     * A manager that writes to objects themselves.
     *
     * @param name its name
     * @param apiVersion the version in which it writes
     * @return the manager
     */
    public static FieldManager named(String name, String apiVersion) {
        return new FieldManager(name, apiVersion, "");
    }
}
