package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The photon persistent disk volume source of {@code Pod.spec.volumes[].photonPersistentDisk}.
 *
 * @param pdID the pd ID: {@code pdID}
 * @param fsType the fs type: {@code fsType}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record PhotonPersistentDiskVolumeSource(
        @Proto(1) @Always String pdID, @Proto(2) String fsType, UnknownFields unknown)
        implements PhotonPersistentDiskVolumeSourceWith {}
