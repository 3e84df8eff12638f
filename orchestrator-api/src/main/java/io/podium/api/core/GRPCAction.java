package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The GRPC action of {@code Pod.spec.initContainers[].livenessProbe.grpc}.
 *
 * @param port the port: {@code port}
 * @param service the service: {@code service}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record GRPCAction(
        @Proto(1) @Always int port,
        @Proto(2) @Always @Nullable String service,
        UnknownFields unknown) implements GRPCActionWith {}
