package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The quobyte volume source of {@code Pod.spec.volumes[].quobyte}.
 *
 * @param registry the registry: {@code registry}
 * @param volume the volume: {@code volume}
 * @param readOnly the read only: {@code readOnly}
 * @param user the user: {@code user}
 * @param group the group: {@code group}
 * @param tenant the tenant: {@code tenant}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record QuobyteVolumeSource(
        @Proto(1) @Always String registry,
        @Proto(2) @Always String volume,
        @Proto(3) boolean readOnly,
        @Proto(4) String user,
        @Proto(5) String group,
        @Proto(6) String tenant,
        UnknownFields unknown)
        implements QuobyteVolumeSourceWith {}
