package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The node address of {@code Node.status.addresses[]}.
 *
 * @param type the type: {@code type}
 * @param address the address: {@code address}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record NodeAddress(
        @Proto(1) @Always String type, @Proto(2) @Always String address, UnknownFields unknown)
        implements NodeAddressWith {}
