package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The FC volume source of {@code Pod.spec.volumes[].fc}.
 *
 * @param targetWWNs the target WW ns: {@code targetWWNs}
 * @param lun the lun: {@code lun}
 * @param fsType the fs type: {@code fsType}
 * @param readOnly the read only: {@code readOnly}
 * @param wwids the wwids: {@code wwids}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record FCVolumeSource(
        @Proto(1) List<String> targetWWNs,
        @Proto(2) @Nullable Integer lun,
        @Proto(3) String fsType,
        @Proto(4) boolean readOnly,
        @Proto(5) List<String> wwids,
        UnknownFields unknown)
        implements FCVolumeSourceWith {
    /** Copies lists and maps; maps are sorted by key. */
    public FCVolumeSource {
        targetWWNs = List.copyOf(targetWWNs);
        wwids = List.copyOf(wwids);
    }
}
