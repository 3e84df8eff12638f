package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Atomic;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The downward API volume file of {@code Pod.spec.volumes[].downwardAPI.items[]}.
 *
 * @param path the path: {@code path}
 * @param fieldRef the field ref: {@code fieldRef}
 * @param resourceFieldRef the resource field ref: {@code resourceFieldRef}
 * @param mode the mode: {@code mode}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record DownwardAPIVolumeFile(
        @Proto(1) @Always String path,
        @Proto(2) @Atomic @Nullable ObjectFieldSelector fieldRef,
        @Proto(3) @Atomic @Nullable ResourceFieldSelector resourceFieldRef,
        @Proto(4) @Nullable Integer mode,
        UnknownFields unknown)
        implements DownwardAPIVolumeFileWith {}
