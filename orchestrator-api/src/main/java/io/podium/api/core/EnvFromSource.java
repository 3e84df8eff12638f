package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The env from source of {@code Pod.spec.initContainers[].envFrom[]}.
 *
 * @param prefix the prefix: {@code prefix}
 * @param configMapRef the config map ref: {@code configMapRef}
 * @param secretRef the secret ref: {@code secretRef}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record EnvFromSource(
        @Proto(1) String prefix,
        @Proto(2) @Nullable ConfigMapEnvSource configMapRef,
        @Proto(3) @Nullable SecretEnvSource secretRef,
        UnknownFields unknown)
        implements EnvFromSourceWith {}
