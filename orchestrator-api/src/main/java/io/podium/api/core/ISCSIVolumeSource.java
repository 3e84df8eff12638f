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
 * The ISCSI volume source of {@code Pod.spec.volumes[].iscsi}.
 *
 * @param targetPortal the target portal: {@code targetPortal}
 * @param iqn the iqn: {@code iqn}
 * @param lun the lun: {@code lun}
 * @param iscsiInterface the iscsi interface: {@code iscsiInterface}
 * @param fsType the fs type: {@code fsType}
 * @param readOnly the read only: {@code readOnly}
 * @param portals the portals: {@code portals}
 * @param chapAuthDiscovery the chap auth discovery: {@code chapAuthDiscovery}
 * @param chapAuthSession the chap auth session: {@code chapAuthSession}
 * @param secretRef the secret ref: {@code secretRef}
 * @param initiatorName the initiator name: {@code initiatorName}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record ISCSIVolumeSource(
        @Proto(1) @Always String targetPortal,
        @Proto(2) @Always String iqn,
        @Proto(3) @Always int lun,
        @Proto(4) @Default("default") String iscsiInterface,
        @Proto(5) String fsType,
        @Proto(6) boolean readOnly,
        @Proto(7) List<String> portals,
        @Proto(8) boolean chapAuthDiscovery,
        @Proto(11) boolean chapAuthSession,
        @Proto(10) @Atomic @Nullable LocalObjectReference secretRef,
        @Proto(12) @Nullable String initiatorName,
        UnknownFields unknown)
        implements ISCSIVolumeSourceWith {
    /** Copies lists and maps; maps are sorted by key. */
    public ISCSIVolumeSource {
        portals = List.copyOf(portals);
    }
}
