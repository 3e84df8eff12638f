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
 * The flex volume source of {@code Pod.spec.volumes[].flexVolume}.
 *
 * @param driver the driver: {@code driver}
 * @param fsType the fs type: {@code fsType}
 * @param secretRef the secret ref: {@code secretRef}
 * @param readOnly the read only: {@code readOnly}
 * @param options the options: {@code options}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record FlexVolumeSource(
        @Proto(1) @Always String driver,
        @Proto(2) String fsType,
        @Proto(3) @Atomic @Nullable LocalObjectReference secretRef,
        @Proto(4) boolean readOnly,
        @Proto(5) Map<String, String> options,
        UnknownFields unknown)
        implements FlexVolumeSourceWith {
    /** Copies lists and maps; maps are sorted by key. */
    public FlexVolumeSource {
        options = Sorted.copyOf(options);
    }
}
