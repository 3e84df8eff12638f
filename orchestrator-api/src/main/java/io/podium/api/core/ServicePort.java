package io.podium.api.core;

import io.podium.api.meta.IntOrString;
import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Default;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The service port of {@code Service.spec.ports[]}.
 *
 * @param name the name: {@code name}
 * @param protocol the protocol: {@code protocol}
 * @param appProtocol the app protocol: {@code appProtocol}
 * @param port the port: {@code port}
 * @param targetPort the target port: {@code targetPort}
 * @param nodePort the node port: {@code nodePort}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record ServicePort(
        @Proto(1) String name,
        @Proto(2) @Default("TCP") String protocol,
        @Proto(6) @Nullable String appProtocol,
        @Proto(3) @Always int port,
        @Proto(4) @Nullable IntOrString targetPort,
        @Proto(5) int nodePort,
        UnknownFields unknown)
        implements ServicePortWith {}
