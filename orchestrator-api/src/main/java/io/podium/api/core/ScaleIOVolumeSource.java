package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Atomic;
import io.podium.api.schema.Default;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The scale IO volume source of {@code Pod.spec.volumes[].scaleIO}.
 *
 * @param gateway the gateway: {@code gateway}
 * @param system the system: {@code system}
 * @param secretRef the secret ref: {@code secretRef}
 * @param sslEnabled the ssl enabled: {@code sslEnabled}
 * @param protectionDomain the protection domain: {@code protectionDomain}
 * @param storagePool the storage pool: {@code storagePool}
 * @param storageMode the storage mode: {@code storageMode}
 * @param volumeName the volume name: {@code volumeName}
 * @param fsType the fs type: {@code fsType}
 * @param readOnly the read only: {@code readOnly}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record ScaleIOVolumeSource(
        @Proto(1) @Always String gateway,
        @Proto(2) @Always String system,
        @Proto(3) @Always @Atomic @Nullable LocalObjectReference secretRef,
        @Proto(4) boolean sslEnabled,
        @Proto(5) String protectionDomain,
        @Proto(6) String storagePool,
        @Proto(7) @Default("ThinProvisioned") String storageMode,
        @Proto(8) String volumeName,
        @Proto(9) @Default("xfs") String fsType,
        @Proto(10) boolean readOnly,
        UnknownFields unknown)
        implements ScaleIOVolumeSourceWith {}
