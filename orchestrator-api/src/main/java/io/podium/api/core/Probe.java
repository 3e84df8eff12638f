package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The probe of {@code Pod.spec.initContainers[].livenessProbe}.
 *
 * @param exec the exec: {@code exec}
 * @param httpGet the http get: {@code httpGet}
 * @param tcpSocket the tcp socket: {@code tcpSocket}
 * @param grpc the grpc: {@code grpc}
 * @param initialDelaySeconds the initial delay seconds: {@code initialDelaySeconds}
 * @param timeoutSeconds the timeout seconds: {@code timeoutSeconds}
 * @param periodSeconds the period seconds: {@code periodSeconds}
 * @param successThreshold the success threshold: {@code successThreshold}
 * @param failureThreshold the failure threshold: {@code failureThreshold}
 * @param terminationGracePeriodSeconds the termination grace period seconds: {@code terminationGracePeriodSeconds}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record Probe(
        @Proto(value = 1, in = 1) @Nullable ExecAction exec,
        @Proto(value = 2, in = 1) @Nullable HTTPGetAction httpGet,
        @Proto(value = 3, in = 1) @Nullable TCPSocketAction tcpSocket,
        @Proto(value = 4, in = 1) @Nullable GRPCAction grpc,
        @Proto(2) int initialDelaySeconds,
        @Proto(3) int timeoutSeconds,
        @Proto(4) int periodSeconds,
        @Proto(5) int successThreshold,
        @Proto(6) int failureThreshold,
        @Proto(7) @Nullable Long terminationGracePeriodSeconds,
        UnknownFields unknown)
        implements ProbeWith {}
