package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The node runtime handler of {@code Node.status.runtimeHandlers[]}.
 *
 * @param name the name: {@code name}
 * @param features the features: {@code features}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record NodeRuntimeHandler(
        @Proto(1) @Always String name, @Proto(2) @Nullable NodeRuntimeHandlerFeatures features, UnknownFields unknown)
        implements NodeRuntimeHandlerWith {}
