package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The image volume source of {@code Pod.spec.volumes[].image}.
 *
 * @param reference the reference: {@code reference}
 * @param pullPolicy the pull policy: {@code pullPolicy}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record ImageVolumeSource(
        @Proto(1) String reference, @Proto(2) String pullPolicy, UnknownFields unknown)
        implements ImageVolumeSourceWith {}
