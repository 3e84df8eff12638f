package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The persistent volume claim volume source of {@code Pod.spec.volumes[].persistentVolumeClaim}.
 *
 * @param claimName the claim name: {@code claimName}
 * @param readOnly the read only: {@code readOnly}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record PersistentVolumeClaimVolumeSource(
        @Proto(1) @Always String claimName, @Proto(2) boolean readOnly, UnknownFields unknown)
        implements PersistentVolumeClaimVolumeSourceWith {}
