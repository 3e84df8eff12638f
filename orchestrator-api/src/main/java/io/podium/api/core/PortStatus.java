package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The port status of {@code Service.status.loadBalancer.ingress[].ports[]}.
 *
 * @param port the port: {@code port}
 * @param protocol the protocol: {@code protocol}
 * @param error the error: {@code error}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record PortStatus(
        @Proto(1) @Always int port,
        @Proto(2) @Always String protocol,
        @Proto(3) @Nullable String error,
        UnknownFields unknown)
        implements PortStatusWith {}
