package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The node runtime handler features of {@code Node.status.runtimeHandlers[].features}.
 *
 * @param recursiveReadOnlyMounts the recursive read only mounts: {@code recursiveReadOnlyMounts}
 * @param userNamespaces the user namespaces: {@code userNamespaces}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record NodeRuntimeHandlerFeatures(
        @Proto(1) @Nullable Boolean recursiveReadOnlyMounts,
        @Proto(2) @Nullable Boolean userNamespaces,
        UnknownFields unknown)
        implements NodeRuntimeHandlerFeaturesWith {}
