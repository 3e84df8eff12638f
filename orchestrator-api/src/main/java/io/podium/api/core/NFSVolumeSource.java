package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The NFS volume source of {@code Pod.spec.volumes[].nfs}.
 *
 * @param server the server: {@code server}
 * @param path the path: {@code path}
 * @param readOnly the read only: {@code readOnly}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record NFSVolumeSource(
        @Proto(1) @Always String server,
        @Proto(2) @Always String path,
        @Proto(3) boolean readOnly,
        UnknownFields unknown)
        implements NFSVolumeSourceWith {}
