package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The azure file volume source of {@code Pod.spec.volumes[].azureFile}.
 *
 * @param secretName the secret name: {@code secretName}
 * @param shareName the share name: {@code shareName}
 * @param readOnly the read only: {@code readOnly}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record AzureFileVolumeSource(
        @Proto(1) @Always String secretName,
        @Proto(2) @Always String shareName,
        @Proto(3) boolean readOnly,
        UnknownFields unknown)
        implements AzureFileVolumeSourceWith {}
