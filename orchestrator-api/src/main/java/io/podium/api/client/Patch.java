package io.podium.api.client;

import io.podium.api.meta.Json;

/** A change of an object, in one of Kubernetes' four forms. */
public sealed interface Patch {

    /**
     * The body of the patch.
     *
     * @return a JSON value
     */
    Json body();

    /**
     * Operations on paths (RFC 6902).
     *
     * @param body an array of operations
     */
    record JsonPatch(Json body) implements Patch {}

    /**
     * A part that replaces what it names (RFC 7396).
     *
     * @param body a partial object
     */
    record Merge(Json body) implements Patch {}

    /**
     * A part that is merged as the kind's schema says.
     *
     * @param body a partial object with directives
     */
    record Strategic(Json body) implements Patch {}

    /**
     * What a manager wants (server-side apply).
     *
     * @param body a partial object with its apiVersion and kind
     */
    record Apply(Json body) implements Patch {}
}
