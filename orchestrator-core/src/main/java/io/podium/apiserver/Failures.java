package io.podium.apiserver;

import io.podium.api.client.ApiException;
import io.podium.api.meta.Kind;
import io.podium.api.meta.Status;
import io.podium.api.meta.StatusBuilder;
import io.podium.api.meta.StatusCause;
import io.podium.api.meta.StatusCauseBuilder;
import io.podium.patch.PatchException;
import io.podium.patch.apply.ApplyResult;
import java.util.List;

/** The failures that the API server answers with, worded as Kubernetes words them. */
final class Failures {
    private Failures() {}

    static ApiException notFound(Kind<?> kind, String name) {
        return ApiException.of(failure("NotFound", 404, quoted(kind.resource(), name) + " not found")
                .details(details ->
                        details.group(kind.group()).kind(kind.plural()).name(name))
                .build());
    }

    static ApiException alreadyExists(Kind<?> kind, String name) {
        return ApiException.of(failure("AlreadyExists", 409, quoted(kind.resource(), name) + " already exists")
                .details(details ->
                        details.group(kind.group()).kind(kind.plural()).name(name))
                .build());
    }

    /** The object was changed by somebody else between read and write. */
    static ApiException modified(Kind<?> kind, String name) {
        return conflict(
                kind,
                kind.plural(),
                name,
                "the object has been modified; please apply your changes to the latest version and try again");
    }

    static ApiException conflict(Kind<?> kind, String what, String name, String why) {
        var qualified = kind.group().isEmpty() ? what : what + "." + kind.group();
        return ApiException.of(failure(
                        "Conflict", 409, "Operation cannot be fulfilled on " + quoted(qualified, name) + ": " + why)
                .details(details -> details.group(kind.group()).kind(what).name(name))
                .build());
    }

    /** Fields that an apply would take have other managers. */
    static ApiException applyConflict(ApplyResult.Refused refused) {
        var causes = refused.conflicts().stream()
                .map(conflict -> new StatusCauseBuilder()
                        .reason(ApplyResult.Conflict.REASON)
                        .field(conflict.field())
                        .message(conflict.message())
                        .build())
                .toList();
        var remedy = (causes.size() == 1 ? "; " : "\n")
                + "say the same, leave out what is theirs, or take it over with WriteOptions.forced()";
        return ApiException.of(failure("Conflict", 409, refused.message() + remedy)
                .details(details -> details.causes(causes))
                .build());
    }

    static ApiException invalid(Kind<?> kind, String name, List<StatusCause> causes) {
        return invalid(kind.group(), kind.name(), name, causes);
    }

    static ApiException invalid(String group, String kind, String name, List<StatusCause> causes) {
        var sentences = causes.stream()
                .map(cause -> cause.field() + ": " + cause.message())
                .distinct()
                .toList();
        var all = sentences.size() == 1 ? sentences.getFirst() : "[" + String.join(", ", sentences) + "]";
        var qualified = group.isEmpty() ? kind : kind + "." + group;
        return ApiException.of(failure("Invalid", 422, quoted(qualified, name) + " is invalid: " + all)
                .details(details -> details.group(group).kind(kind).name(name).causes(causes))
                .build());
    }

    static ApiException badRequest(String message) {
        return ApiException.of(failure("BadRequest", 400, message).build());
    }

    static ApiException forbidden(Kind<?> kind, String name, String why) {
        return ApiException.of(failure("Forbidden", 403, quoted(kind.resource(), name) + " is forbidden: " + why)
                .details(details ->
                        details.group(kind.group()).kind(kind.plural()).name(name))
                .build());
    }

    static ApiException noSuchSubresource(Kind<?> kind, String subresource) {
        return ApiException.of(failure(
                        "NotFound",
                        404,
                        "the server could not find the requested resource (" + kind.resource() + "/" + subresource
                                + "); a " + kind.name() + " has " + subresourcesOf(kind))
                .details(details -> details.group(kind.group()).kind(kind.plural()))
                .build());
    }

    private static String subresourcesOf(Kind<?> kind) {
        return kind.subresources().isEmpty()
                ? "no subresources"
                : "the subresources " + String.join(", ", kind.subresources());
    }

    static ApiException notServed(Kind<?> kind) {
        return ApiException.of(failure(
                        "NotFound",
                        404,
                        "the server could not find the requested resource (" + kind.resource()
                                + "); serve the kind with Cluster.builder().kind(...)")
                .details(details -> details.group(kind.group()).kind(kind.plural()))
                .build());
    }

    /** A patch of which no object comes. Kubernetes names no object in the details. */
    static ApiException unfitPatch(Kind<?> kind, String name, String why) {
        var message = quoted(kind.name(), name) + " is invalid: patch: Invalid value: " + why;
        return ApiException.of(failure("Invalid", 422, message)
                .details(details -> details.cause(cause ->
                        cause.reason("FieldValueInvalid").field("patch").message("Invalid value: " + why)))
                .build());
    }

    static ApiException unfitPatch(Kind<?> kind, String name, PatchException problem) {
        var message = quoted(kind.name(), name) + " cannot be patched: " + problem.getMessage();
        return switch (problem.reason()) {
            case MALFORMED -> badRequest(message);
            case UNFIT ->
                ApiException.of(failure("Invalid", 422, message)
                        .details(details ->
                                details.group(kind.group()).kind(kind.name()).name(name))
                        .build());
            case TOO_LARGE ->
                ApiException.of(failure("RequestEntityTooLarge", 413, message).build());
        };
    }

    static ApiException expired(String message) {
        return ApiException.of(failure("Expired", 410, message).build());
    }

    static ApiException resourceVersionTooLarge(String wanted, long current) {
        return ApiException.of(failure(
                        "Timeout", 504, "Timeout: Too large resource version: " + wanted + ", current: " + current)
                .details(details -> details.retryAfterSeconds(1)
                        .cause(cause -> cause.reason("ResourceVersionTooLarge").message("Too large resource version")))
                .build());
    }

    static Status success(Kind<?> kind, String name, String uid) {
        return new StatusBuilder()
                .status("Success")
                .details(details -> details.group(kind.group())
                        .kind(kind.plural())
                        .name(name)
                        .uid(uid))
                .build();
    }

    private static StatusBuilder failure(String reason, int code, String message) {
        return new StatusBuilder().status("Failure").reason(reason).code(code).message(message);
    }

    private static String quoted(String what, String name) {
        return what + " \"" + name + "\"";
    }
}
