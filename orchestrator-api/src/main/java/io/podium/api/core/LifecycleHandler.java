package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The lifecycle handler of {@code Pod.spec.initContainers[].lifecycle.postStart}.
 *
 * @param exec the exec: {@code exec}
 * @param httpGet the http get: {@code httpGet}
 * @param tcpSocket the tcp socket: {@code tcpSocket}
 * @param sleep the sleep: {@code sleep}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record LifecycleHandler(
        @Proto(1) @Nullable ExecAction exec,
        @Proto(2) @Nullable HTTPGetAction httpGet,
        @Proto(3) @Nullable TCPSocketAction tcpSocket,
        @Proto(4) @Nullable SleepAction sleep,
        UnknownFields unknown)
        implements LifecycleHandlerWith {}
