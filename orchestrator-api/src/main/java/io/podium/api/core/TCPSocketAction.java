package io.podium.api.core;

import io.podium.api.meta.IntOrString;
import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The TCP socket action of {@code Pod.spec.initContainers[].livenessProbe.tcpSocket}.
 *
 * @param port the port: {@code port}
 * @param host the host: {@code host}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record TCPSocketAction(
        @Proto(1) @Always @Nullable IntOrString port,
        @Proto(2) String host,
        UnknownFields unknown) implements TCPSocketActionWith {}
