package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Default;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The container port of {@code Pod.spec.initContainers[].ports[]}.
 *
 * @param name the name: {@code name}
 * @param hostPort the host port: {@code hostPort}
 * @param containerPort the container port: {@code containerPort}
 * @param protocol the protocol: {@code protocol}
 * @param hostIP the host IP: {@code hostIP}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record ContainerPort(
        @Proto(1) String name,
        @Proto(2) int hostPort,
        @Proto(3) @Always int containerPort,
        @Proto(4) @Default("TCP") String protocol,
        @Proto(5) String hostIP,
        UnknownFields unknown)
        implements ContainerPortWith {}
