package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The file key selector of {@code Pod.spec.initContainers[].env[].valueFrom.fileKeyRef}.
 *
 * @param volumeName the volume name: {@code volumeName}
 * @param path the path: {@code path}
 * @param key the key: {@code key}
 * @param optional the optional: {@code optional}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record FileKeySelector(
        @Proto(1) @Always String volumeName,
        @Proto(2) @Always String path,
        @Proto(3) @Always String key,
        @Proto(4) @Nullable Boolean optional,
        UnknownFields unknown)
        implements FileKeySelectorWith {}
