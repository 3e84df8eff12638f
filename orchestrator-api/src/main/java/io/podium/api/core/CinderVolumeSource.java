package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Atomic;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The cinder volume source of {@code Pod.spec.volumes[].cinder}.
 *
 * @param volumeID the volume ID: {@code volumeID}
 * @param fsType the fs type: {@code fsType}
 * @param readOnly the read only: {@code readOnly}
 * @param secretRef the secret ref: {@code secretRef}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record CinderVolumeSource(
        @Proto(1) @Always String volumeID,
        @Proto(2) String fsType,
        @Proto(3) boolean readOnly,
        @Proto(4) @Atomic @Nullable LocalObjectReference secretRef,
        UnknownFields unknown)
        implements CinderVolumeSourceWith {}
