package io.podium.patch;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonObject;
import io.podium.api.schema.Schema;
import java.util.List;

/**
 * A list of operations that are carried out one after another (RFC 6902); if one fails, none happened.
 *
 * <p>It is as forgiving as Kubernetes' own, beyond the RFC: {@code replace} of a field that an object does not have adds it, a negative
 * position counts from the end of an array, and a missing {@code value} is null.
 *
 * @param operations the operations, in order
 */
public record JsonPatch(List<JsonPatchOperation> operations) implements Patch {
    /** How many operations a patch may have. */
    public static final int MAX_OPERATIONS = 10_000;

    /** How many characters of JSON the {@code copy} operations of a patch may copy, all together. */
    public static final int MAX_COPIED = 3 * 1024 * 1024;

    /** Copies the operations. */
    public JsonPatch {
        operations = List.copyOf(operations);
    }

    /**
     * Reads a patch.
     *
     * @param body the patch as JSON
     * @return the patch
     * @throws PatchException if the body is no array of objects (malformed), or one of more than {@value #MAX_OPERATIONS} (too large)
     */
    public static JsonPatch parse(Json body) {
        if (!(body instanceof JsonArray list)) {
            throw PatchException.malformed(
                    "error decoding patch: a JSON patch is an array of operations, this is " + Kinds.of(body));
        }
        if (list.size() > MAX_OPERATIONS) {
            throw PatchException.tooLarge(
                    "The allowed maximum operations in a JSON patch is " + MAX_OPERATIONS + ", got " + list.size());
        }
        return new JsonPatch(list.items().stream().map(JsonPatch::operation).toList());
    }

    private static JsonPatchOperation operation(Json item) {
        if (item instanceof JsonObject operation) {
            return JsonPatchOperation.parse(operation);
        }
        throw PatchException.malformed("error decoding patch: an operation is an object, this is " + Kinds.of(item));
    }

    /**
     * Carries out the operations.
     *
     * @param document the document as it is
     * @return the document afterwards
     * @throws PatchException if a path does not exist, a test fails or an operation is unknown
     */
    public Json apply(Json document) {
        var result = document;
        int copied = 0;
        for (var operation : operations) {
            if (operation.op().equals("copy")) {
                copied += operation.copiedFrom(result).toString().length();
                if (copied > MAX_COPIED) {
                    throw PatchException.unfit(
                            "the copy operations copy more than " + MAX_COPIED + " characters; send a smaller patch");
                }
            }
            result = operation.apply(result);
        }
        return result;
    }

    @Override
    public Json apply(JsonObject document, Schema<?> schema) {
        return apply(document);
    }
}
