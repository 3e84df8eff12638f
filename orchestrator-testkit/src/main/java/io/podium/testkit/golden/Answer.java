package io.podium.testkit.golden;

import io.podium.api.client.ApiException;
import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonObject;
import io.podium.api.meta.Status;
import io.podium.api.schema.Schema;
import io.podium.codec.Trees;
import java.util.List;

/**
 * What a server answers.
 *
 * @param code the HTTP status code
 * @param body an object, a list, or a status
 * @param warnings what it warns of
 */
record Answer(int code, JsonObject body, List<String> warnings) {
    /** The code of an answer about a kind that this server does not have yet. */
    private static final int NOT_SERVED = -1;

    static final Answer UNSERVED = new Answer(NOT_SERVED, JsonObject.EMPTY, List.of());

    static Answer of(int code, JsonObject body) {
        return new Answer(code, body, List.of());
    }

    static Answer of(ApiException failure) {
        return of(failure.code(), tree(failure.status()));
    }

    static Answer failure(int code, String reason, String message) {
        return of(
                code,
                JsonObject.builder()
                        .put("apiVersion", "v1")
                        .put("kind", "Status")
                        .put("metadata", JsonObject.EMPTY)
                        .put("status", "Failure")
                        .put("message", message)
                        .put("reason", reason)
                        .put("code", code)
                        .build());
    }

    static Answer invalid(String field, String reason, String message) {
        return invalid(field, List.of(reason), message);
    }

    /** A refusal for several reasons, all of one field. */
    static Answer invalid(String field, List<String> reasons, String message) {
        var causes = reasons.stream()
                .map(reason -> (Json) JsonObject.builder()
                        .put("field", field)
                        .put("reason", reason)
                        .put("message", message)
                        .build())
                .toList();
        var failure = failure(422, "Invalid", field + ": " + message);
        return of(422, failure.body.with("details", JsonObject.of("causes", JsonArray.of(causes))));
    }

    Answer warning(List<String> sentences) {
        return new Answer(code, body, sentences);
    }

    boolean isServed() {
        return code != NOT_SERVED;
    }

    boolean succeeded() {
        return code >= 200 && code < 300;
    }

    private static JsonObject tree(Status status) {
        return Trees.toTree(Schema.of(Status.class), status)
                .with("apiVersion", Json.of("v1"))
                .with("kind", Json.of("Status"));
    }
}
