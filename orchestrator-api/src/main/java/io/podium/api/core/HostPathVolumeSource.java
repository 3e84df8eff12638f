package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The host path volume source of {@code Pod.spec.volumes[].hostPath}.
 *
 * @param path the path: {@code path}
 * @param type the type: {@code type}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record HostPathVolumeSource(
        @Proto(1) @Always String path, @Proto(2) @Nullable String type, UnknownFields unknown)
        implements HostPathVolumeSourceWith {}
