package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The node daemon endpoints of {@code Node.status.daemonEndpoints}.
 *
 * @param kubeletEndpoint the kubelet endpoint: {@code kubeletEndpoint}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record NodeDaemonEndpoints(@Proto(1) @Always DaemonEndpoint kubeletEndpoint, UnknownFields unknown)
        implements NodeDaemonEndpointsWith {}
