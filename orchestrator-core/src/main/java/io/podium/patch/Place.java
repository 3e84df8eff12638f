package io.podium.patch;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A place in a JSON document, where a value is or may be put: the parent that a pointer leads to, and the last step below it.
 *
 * <p>Documents are immutable, so a change answers a new one, which shares with the old what did not change.
 */
final class Place {
    private final JsonPointer pointer;

    private Place(JsonPointer pointer) {
        this.pointer = pointer;
    }

    static Place at(JsonPointer pointer) {
        return new Place(pointer);
    }

    /** The value, or null if its parent is an object without such a field. Throws if the parent does not exist. */
    @Nullable
    Json find(Json document) {
        var here = document;
        for (int i = 0; i < pointer.steps().size(); i++) {
            var step = pointer.steps().get(i);
            var next = child(here, step);
            if (next == null && i < pointer.steps().size() - 1) {
                throw missing(step);
            }
            if (next == null) {
                return null;
            }
            here = next;
        }
        return here;
    }

    Json add(Json document, Json value) {
        if (pointer.isRoot()) {
            throw PatchException.unfit("add: the path of the whole document is empty; use replace");
        }
        return change(document, 0, (parent, step) -> switch (parent) {
            case JsonObject object -> object.with(step, value);
            case JsonArray array ->
                array.insert(step.equals("-") ? array.size() : position(step, array.size() + 1), value);
            default -> throw missing(step);
        });
    }

    Json replace(Json document, Json value) {
        if (pointer.isRoot()) {
            if (value instanceof JsonObject || value instanceof JsonArray) {
                return value;
            }
            throw PatchException.unfit("replace: a document is an object or an array, not " + Kinds.of(value));
        }
        return change(document, 0, (parent, step) -> switch (parent) {
            case JsonObject object -> object.with(step, value);
            case JsonArray array -> array.with(position(step, array.size()), value);
            default -> throw missing(step);
        });
    }

    Json remove(Json document) {
        if (pointer.isRoot()) {
            throw PatchException.unfit("remove: the whole document cannot be removed");
        }
        return change(document, 0, (parent, step) -> switch (parent) {
            case JsonObject object when object.has(step) -> object.without(step);
            case JsonArray array -> array.without(position(step, array.size()));
            default -> throw missing(step);
        });
    }

    private interface Change {
        Json apply(Json parent, String step);
    }

    /** Rebuilds the way from the root to the parent, which is changed. */
    private Json change(Json here, int depth, Change change) {
        var step = pointer.steps().get(depth);
        if (depth == pointer.steps().size() - 1) {
            return change.apply(here, step);
        }
        var child = child(here, step);
        if (child == null) {
            throw missing(step);
        }
        var changed = change(child, depth + 1, change);
        return switch (here) {
            case JsonObject object -> object.with(step, changed);
            case JsonArray array -> array.with(position(step, array.size()), changed);
            default -> throw missing(step);
        };
    }

    private @Nullable Json child(Json parent, String step) {
        return switch (parent) {
            case JsonObject object -> object.get(step);
            case JsonArray array -> array.get(position(step, array.size()));
            default -> throw missing(step);
        };
    }

    /** A position below the size; a negative one counts from the end. */
    private int position(String step, int size) {
        int position;
        try {
            position = Integer.parseInt(step);
        } catch (NumberFormatException e) {
            throw PatchException.unfit("path " + pointer + ": \"" + step + "\" is no position in an array");
        }
        int fromStart = position < 0 ? position + size : position;
        if (fromStart < 0 || fromStart >= size) {
            throw PatchException.unfit("path " + pointer + ": position " + position + " is outside the array");
        }
        return fromStart;
    }

    private PatchException missing(String step) {
        return PatchException.unfit("path " + pointer + " does not exist: nothing at \"" + step + "\"");
    }
}
