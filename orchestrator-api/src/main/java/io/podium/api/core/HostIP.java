package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The host IP of {@code Pod.status.hostIPs[]}.
 *
 * @param ip the ip: {@code ip}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record HostIP(@Proto(1) @Always String ip, UnknownFields unknown) implements HostIPWith {}
