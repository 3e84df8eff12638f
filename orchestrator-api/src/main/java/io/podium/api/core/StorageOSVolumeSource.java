package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Atomic;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The storage OS volume source of {@code Pod.spec.volumes[].storageos}.
 *
 * @param volumeName the volume name: {@code volumeName}
 * @param volumeNamespace the volume namespace: {@code volumeNamespace}
 * @param fsType the fs type: {@code fsType}
 * @param readOnly the read only: {@code readOnly}
 * @param secretRef the secret ref: {@code secretRef}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record StorageOSVolumeSource(
        @Proto(1) String volumeName,
        @Proto(2) String volumeNamespace,
        @Proto(3) String fsType,
        @Proto(4) boolean readOnly,
        @Proto(5) @Atomic @Nullable LocalObjectReference secretRef,
        UnknownFields unknown)
        implements StorageOSVolumeSourceWith {}
