package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The glusterfs volume source of {@code Pod.spec.volumes[].glusterfs}.
 *
 * @param endpoints the endpoints: {@code endpoints}
 * @param path the path: {@code path}
 * @param readOnly the read only: {@code readOnly}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record GlusterfsVolumeSource(
        @Proto(1) @Always String endpoints,
        @Proto(2) @Always String path,
        @Proto(3) boolean readOnly,
        UnknownFields unknown)
        implements GlusterfsVolumeSourceWith {}
