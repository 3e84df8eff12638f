package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The volume mount status of {@code Pod.status.initContainerStatuses[].volumeMounts[]}.
 *
 * @param name the name: {@code name}
 * @param mountPath the mount path: {@code mountPath}
 * @param readOnly the read only: {@code readOnly}
 * @param recursiveReadOnly the recursive read only: {@code recursiveReadOnly}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record VolumeMountStatus(
        @Proto(1) @Always String name,
        @Proto(2) @Always String mountPath,
        @Proto(3) boolean readOnly,
        @Proto(4) @Nullable String recursiveReadOnly,
        UnknownFields unknown)
        implements VolumeMountStatusWith {}
