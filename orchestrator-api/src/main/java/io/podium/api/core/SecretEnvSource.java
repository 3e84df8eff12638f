package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The secret env source of {@code Pod.spec.initContainers[].envFrom[].secretRef}.
 *
 * @param name the name: {@code name}
 * @param optional the optional: {@code optional}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record SecretEnvSource(
        @Proto(value = 1, in = 1) String name,
        @Proto(2) @Nullable Boolean optional,
        UnknownFields unknown) implements SecretEnvSourceWith {}
