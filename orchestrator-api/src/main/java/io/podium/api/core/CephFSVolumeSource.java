package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Atomic;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ceph FS volume source of {@code Pod.spec.volumes[].cephfs}.
 *
 * @param monitors the monitors: {@code monitors}
 * @param path the path: {@code path}
 * @param user the user: {@code user}
 * @param secretFile the secret file: {@code secretFile}
 * @param secretRef the secret ref: {@code secretRef}
 * @param readOnly the read only: {@code readOnly}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record CephFSVolumeSource(
        @Proto(1) @Always List<String> monitors,
        @Proto(2) String path,
        @Proto(3) String user,
        @Proto(4) String secretFile,
        @Proto(5) @Atomic @Nullable LocalObjectReference secretRef,
        @Proto(6) boolean readOnly,
        UnknownFields unknown)
        implements CephFSVolumeSourceWith {
    /** Copies lists and maps; maps are sorted by key. */
    public CephFSVolumeSource {
        monitors = List.copyOf(monitors);
    }
}
