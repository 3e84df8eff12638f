package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The vsphere virtual disk volume source of {@code Pod.spec.volumes[].vsphereVolume}.
 *
 * @param volumePath the volume path: {@code volumePath}
 * @param fsType the fs type: {@code fsType}
 * @param storagePolicyName the storage policy name: {@code storagePolicyName}
 * @param storagePolicyID the storage policy ID: {@code storagePolicyID}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record VsphereVirtualDiskVolumeSource(
        @Proto(1) @Always String volumePath,
        @Proto(2) String fsType,
        @Proto(3) String storagePolicyName,
        @Proto(4) String storagePolicyID,
        UnknownFields unknown)
        implements VsphereVirtualDiskVolumeSourceWith {}
