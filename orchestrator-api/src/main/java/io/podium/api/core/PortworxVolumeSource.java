package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The portworx volume source of {@code Pod.spec.volumes[].portworxVolume}.
 *
 * @param volumeID the volume ID: {@code volumeID}
 * @param fsType the fs type: {@code fsType}
 * @param readOnly the read only: {@code readOnly}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record PortworxVolumeSource(
        @Proto(1) @Always String volumeID,
        @Proto(2) String fsType,
        @Proto(3) boolean readOnly,
        UnknownFields unknown) implements PortworxVolumeSourceWith {}
