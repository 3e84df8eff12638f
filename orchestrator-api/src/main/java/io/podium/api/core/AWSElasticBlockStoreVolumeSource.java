package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The AWS elastic block store volume source of {@code Pod.spec.volumes[].awsElasticBlockStore}.
 *
 * @param volumeID the volume ID: {@code volumeID}
 * @param fsType the fs type: {@code fsType}
 * @param partition the partition: {@code partition}
 * @param readOnly the read only: {@code readOnly}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record AWSElasticBlockStoreVolumeSource(
        @Proto(1) @Always String volumeID,
        @Proto(2) String fsType,
        @Proto(3) int partition,
        @Proto(4) boolean readOnly,
        UnknownFields unknown)
        implements AWSElasticBlockStoreVolumeSourceWith {}
