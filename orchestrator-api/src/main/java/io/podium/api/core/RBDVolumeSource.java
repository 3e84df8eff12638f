package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Atomic;
import io.podium.api.schema.Default;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The RBD volume source of {@code Pod.spec.volumes[].rbd}.
 *
 * @param monitors the monitors: {@code monitors}
 * @param image the image: {@code image}
 * @param fsType the fs type: {@code fsType}
 * @param pool the pool: {@code pool}
 * @param user the user: {@code user}
 * @param keyring the keyring: {@code keyring}
 * @param secretRef the secret ref: {@code secretRef}
 * @param readOnly the read only: {@code readOnly}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record RBDVolumeSource(
        @Proto(1) @Always List<String> monitors,
        @Proto(2) @Always String image,
        @Proto(3) String fsType,
        @Proto(4) @Default("rbd") String pool,
        @Proto(5) @Default("admin") String user,
        @Proto(6) @Default("/etc/ceph/keyring") String keyring,
        @Proto(7) @Atomic @Nullable LocalObjectReference secretRef,
        @Proto(8) boolean readOnly,
        UnknownFields unknown)
        implements RBDVolumeSourceWith {
    /** Copies lists and maps; maps are sorted by key. */
    public RBDVolumeSource {
        monitors = List.copyOf(monitors);
    }
}
