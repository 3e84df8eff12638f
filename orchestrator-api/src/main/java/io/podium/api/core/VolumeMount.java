package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The volume mount of {@code Pod.spec.initContainers[].volumeMounts[]}.
 *
 * @param name the name: {@code name}
 * @param readOnly the read only: {@code readOnly}
 * @param recursiveReadOnly the recursive read only: {@code recursiveReadOnly}
 * @param mountPath the mount path: {@code mountPath}
 * @param subPath the sub path: {@code subPath}
 * @param mountPropagation the mount propagation: {@code mountPropagation}
 * @param subPathExpr the sub path expr: {@code subPathExpr}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record VolumeMount(
        @Proto(1) @Always String name,
        @Proto(2) boolean readOnly,
        @Proto(7) @Nullable String recursiveReadOnly,
        @Proto(3) @Always String mountPath,
        @Proto(4) String subPath,
        @Proto(5) @Nullable String mountPropagation,
        @Proto(6) String subPathExpr,
        UnknownFields unknown)
        implements VolumeMountWith {}
