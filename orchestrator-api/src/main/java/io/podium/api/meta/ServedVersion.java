package io.podium.api.meta;

import java.util.function.UnaryOperator;

/**
 * A version under which the objects of a kind are served besides the one under which they are stored. Objects are converted at the
 * boundary, as trees; inside there is one Java type.
 *
 * @param gvk group, version and kind as manifests of this version say them
 * @param kind the kind as which the objects are stored
 * @param toStored makes of a tree of this version a tree of the kind, {@code apiVersion} and {@code kind} aside
 * @param fromStored makes of a tree of the kind a tree of this version, {@code apiVersion} and {@code kind} aside
 */
public record ServedVersion(
        GroupVersionKind gvk, Kind<?> kind, UnaryOperator<JsonObject> toStored, UnaryOperator<JsonObject> fromStored) {

    /**
     * The tree to store.
     *
     * @param served a tree of this version
     * @return the same object as a tree of the stored version
     */
    public JsonObject stored(JsonObject served) {
        return named(toStored.apply(served), kind.gvk());
    }

    /**
     * The tree to serve.
     *
     * @param stored a tree of the stored version
     * @return the same object as a tree of this version
     */
    public JsonObject served(JsonObject stored) {
        return named(fromStored.apply(stored), gvk);
    }

    private static JsonObject named(JsonObject tree, GroupVersionKind gvk) {
        return tree.with("apiVersion", Json.of(gvk.apiVersion())).with("kind", Json.of(gvk.kind()));
    }
}
