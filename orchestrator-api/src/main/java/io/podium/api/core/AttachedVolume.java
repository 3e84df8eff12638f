package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The attached volume of {@code Node.status.volumesAttached[]}.
 *
 * @param name the name: {@code name}
 * @param devicePath the device path: {@code devicePath}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record AttachedVolume(
        @Proto(1) @Always String name, @Proto(2) @Always String devicePath, UnknownFields unknown)
        implements AttachedVolumeWith {}
