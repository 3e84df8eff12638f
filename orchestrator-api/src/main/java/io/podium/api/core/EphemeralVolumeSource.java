package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The ephemeral volume source of {@code Pod.spec.volumes[].ephemeral}.
 *
 * @param volumeClaimTemplate the volume claim template: {@code volumeClaimTemplate}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record EphemeralVolumeSource(
        @Proto(1) @Nullable PersistentVolumeClaimTemplate volumeClaimTemplate, UnknownFields unknown)
        implements EphemeralVolumeSourceWith {}
