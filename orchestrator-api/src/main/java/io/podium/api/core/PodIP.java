package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The pod IP of {@code Pod.status.podIPs[]}.
 *
 * @param ip the ip: {@code ip}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record PodIP(@Proto(1) @Always String ip, UnknownFields unknown) implements PodIPWith {}
