package io.podium.api.discovery;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The for zone of {@code EndpointSlice.endpoints[].hints.forZones[]}.
 *
 * @param name the name: {@code name}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record ForZone(@Proto(1) @Always String name, UnknownFields unknown) implements ForZoneWith {}
