package io.podium.api.core;

import io.podium.api.meta.LabelSelector;
import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Atomic;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The persistent volume claim spec of {@code Pod.spec.volumes[].ephemeral.volumeClaimTemplate.spec}.
 *
 * @param accessModes the access modes: {@code accessModes}
 * @param selector the selector: {@code selector}
 * @param resources the resources: {@code resources}
 * @param volumeName the volume name: {@code volumeName}
 * @param storageClassName the storage class name: {@code storageClassName}
 * @param volumeMode the volume mode: {@code volumeMode}
 * @param dataSource the data source: {@code dataSource}
 * @param dataSourceRef the data source ref: {@code dataSourceRef}
 * @param volumeAttributesClassName the volume attributes class name: {@code volumeAttributesClassName}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record PersistentVolumeClaimSpec(
        @Proto(1) List<String> accessModes,
        @Proto(4) @Atomic @Nullable LabelSelector selector,
        @Proto(2) @Always VolumeResourceRequirements resources,
        @Proto(3) String volumeName,
        @Proto(5) @Nullable String storageClassName,
        @Proto(6) @Nullable String volumeMode,
        @Proto(7) @Atomic @Nullable TypedLocalObjectReference dataSource,
        @Proto(8) @Nullable TypedObjectReference dataSourceRef,
        @Proto(9) @Nullable String volumeAttributesClassName,
        UnknownFields unknown)
        implements PersistentVolumeClaimSpecWith {
    /** Copies lists and maps; maps are sorted by key. */
    public PersistentVolumeClaimSpec {
        accessModes = List.copyOf(accessModes);
    }
}
