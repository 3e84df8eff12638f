package io.podium.api.core;

import io.podium.api.meta.Quantity;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The empty dir volume source of {@code Pod.spec.volumes[].emptyDir}.
 *
 * @param medium the medium: {@code medium}
 * @param sizeLimit the size limit: {@code sizeLimit}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record EmptyDirVolumeSource(
        @Proto(1) String medium, @Proto(2) @Nullable Quantity sizeLimit, UnknownFields unknown)
        implements EmptyDirVolumeSourceWith {}
