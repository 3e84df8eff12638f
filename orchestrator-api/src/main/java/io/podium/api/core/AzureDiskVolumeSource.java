package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Default;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The azure disk volume source of {@code Pod.spec.volumes[].azureDisk}.
 *
 * @param diskName the disk name: {@code diskName}
 * @param diskURI the disk URI: {@code diskURI}
 * @param cachingMode the caching mode: {@code cachingMode}
 * @param fsType the fs type: {@code fsType}
 * @param readOnly the read only: {@code readOnly}
 * @param kind the kind: {@code kind}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record AzureDiskVolumeSource(
        @Proto(1) @Always String diskName,
        @Proto(2) @Always String diskURI,
        @Proto(3) @Default("ReadWrite") @Nullable String cachingMode,
        @Proto(4) @Default("ext4") @Nullable String fsType,
        @Proto(5) @Nullable Boolean readOnly,
        @Proto(6) @Default("Shared") @Nullable String kind,
        UnknownFields unknown)
        implements AzureDiskVolumeSourceWith {}
