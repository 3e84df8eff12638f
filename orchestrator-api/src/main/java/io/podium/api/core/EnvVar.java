package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The env var of {@code Pod.spec.initContainers[].env[]}.
 *
 * @param name the name: {@code name}
 * @param value the value: {@code value}
 * @param valueFrom the value from: {@code valueFrom}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record EnvVar(
        @Proto(1) @Always String name,
        @Proto(2) String value,
        @Proto(3) @Nullable EnvVarSource valueFrom,
        UnknownFields unknown)
        implements EnvVarWith {}
