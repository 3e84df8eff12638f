package io.podium.patch;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonObject;
import io.podium.api.meta.JsonString;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a {@link JsonPatch}.
 *
 * @param op what to do: {@code add}, {@code remove}, {@code replace}, {@code move}, {@code copy} or {@code test}
 * @param path the place in the document
 * @param from the place that {@code move} and {@code copy} take the value from, else null
 * @param value the value of {@code add}, {@code replace} and {@code test}
 */
public record JsonPatchOperation(
        String op, @Nullable String path, @Nullable String from, Json value) {

    static JsonPatchOperation parse(JsonObject operation) {
        var value = operation.get("value");
        var op = text(operation, "op");
        return new JsonPatchOperation(
                op == null ? "unknown" : op,
                text(operation, "path"),
                text(operation, "from"),
                value == null ? Json.NULL : value);
    }

    private static @Nullable String text(JsonObject operation, String name) {
        return switch (operation.get(name)) {
            case null -> null;
            case JsonString text -> text.value();
            case Json other ->
                throw PatchException.malformed("error decoding patch: \"" + name
                        + "\" of an operation is a string, this is " + Kinds.of(other));
        };
    }

    Json apply(Json document) {
        return switch (op) {
            case "add" -> Place.at(target()).add(document, value);
            case "remove" -> Place.at(target()).remove(document);
            case "replace" -> Place.at(target()).replace(document, value);
            case "move" -> move(document);
            case "copy" -> Place.at(target()).add(document, copiedFrom(document));
            case "test" -> test(document);
            default ->
                throw PatchException.unfit("unexpected operation \"" + op
                        + "\"; a JSON patch knows add, remove, replace, move, copy and test");
        };
    }

    Json copiedFrom(Json document) {
        var found = Place.at(pointer("from", from)).find(document);
        return found == null ? Json.NULL : found;
    }

    private Json move(Json document) {
        var source = pointer("from", from);
        var target = target();
        if (target.isInside(source)) {
            throw PatchException.unfit(
                    "move from " + source + " to " + target + ": a value cannot be moved into itself");
        }
        var value = Place.at(source).find(document);
        return Place.at(target).add(Place.at(source).remove(document), value == null ? Json.NULL : value);
    }

    private Json test(Json document) {
        var found = Place.at(target()).find(document);
        if (value.equals(found == null ? Json.NULL : found)) {
            return document;
        }
        throw PatchException.unfit(
                "test of " + path + " failed: expected " + value + ", found " + (found == null ? "nothing" : found));
    }

    private JsonPointer target() {
        return pointer("path", path);
    }

    private JsonPointer pointer(String name, @Nullable String text) {
        if (text == null) {
            throw PatchException.unfit("operation " + op + " has no \"" + name + "\"");
        }
        return JsonPointer.parse(text);
    }
}
