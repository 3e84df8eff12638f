package io.podium.api.core;

import io.podium.api.meta.Sorted;
import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Atomic;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The CSI volume source of {@code Pod.spec.volumes[].csi}.
 *
 * @param driver the driver: {@code driver}
 * @param readOnly the read only: {@code readOnly}
 * @param fsType the fs type: {@code fsType}
 * @param volumeAttributes the volume attributes: {@code volumeAttributes}
 * @param nodePublishSecretRef the node publish secret ref: {@code nodePublishSecretRef}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record CSIVolumeSource(
        @Proto(1) @Always String driver,
        @Proto(2) @Nullable Boolean readOnly,
        @Proto(3) @Nullable String fsType,
        @Proto(4) Map<String, String> volumeAttributes,
        @Proto(5) @Atomic @Nullable LocalObjectReference nodePublishSecretRef,
        UnknownFields unknown)
        implements CSIVolumeSourceWith {
    /** Copies lists and maps; maps are sorted by key. */
    public CSIVolumeSource {
        volumeAttributes = Sorted.copyOf(volumeAttributes);
    }
}
