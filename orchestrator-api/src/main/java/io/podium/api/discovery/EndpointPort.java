package io.podium.api.discovery;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The endpoint port of {@code EndpointSlice.ports[]}.
 *
 * @param name the name: {@code name}
 * @param protocol the protocol: {@code protocol}
 * @param port the port: {@code port}
 * @param appProtocol the app protocol: {@code appProtocol}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record EndpointPort(
        @Proto(1) @Nullable String name,
        @Proto(2) @Nullable String protocol,
        @Proto(3) @Nullable Integer port,
        @Proto(4) @Nullable String appProtocol,
        UnknownFields unknown)
        implements EndpointPortWith {}
