package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The GCE persistent disk volume source of {@code Pod.spec.volumes[].gcePersistentDisk}.
 *
 * @param pdName the pd name: {@code pdName}
 * @param fsType the fs type: {@code fsType}
 * @param partition the partition: {@code partition}
 * @param readOnly the read only: {@code readOnly}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record GCEPersistentDiskVolumeSource(
        @Proto(1) @Always String pdName,
        @Proto(2) String fsType,
        @Proto(3) int partition,
        @Proto(4) boolean readOnly,
        UnknownFields unknown)
        implements GCEPersistentDiskVolumeSourceWith {}
