package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The daemon endpoint of {@code Node.status.daemonEndpoints.kubeletEndpoint}.
 *
 * @param Port the port: {@code Port}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record DaemonEndpoint(@Proto(1) @Always int Port, UnknownFields unknown) implements DaemonEndpointWith {}
