package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The flocker volume source of {@code Pod.spec.volumes[].flocker}.
 *
 * @param datasetName the dataset name: {@code datasetName}
 * @param datasetUUID the dataset UUID: {@code datasetUUID}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record FlockerVolumeSource(
        @Proto(1) String datasetName, @Proto(2) String datasetUUID, UnknownFields unknown)
        implements FlockerVolumeSourceWith {}
