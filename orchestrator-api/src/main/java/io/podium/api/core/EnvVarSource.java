package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Atomic;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The env var source of {@code Pod.spec.initContainers[].env[].valueFrom}.
 *
 * @param fieldRef the field ref: {@code fieldRef}
 * @param resourceFieldRef the resource field ref: {@code resourceFieldRef}
 * @param configMapKeyRef the config map key ref: {@code configMapKeyRef}
 * @param secretKeyRef the secret key ref: {@code secretKeyRef}
 * @param fileKeyRef the file key ref: {@code fileKeyRef}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record EnvVarSource(
        @Proto(1) @Atomic @Nullable ObjectFieldSelector fieldRef,
        @Proto(2) @Atomic @Nullable ResourceFieldSelector resourceFieldRef,
        @Proto(3) @Atomic @Nullable ConfigMapKeySelector configMapKeyRef,
        @Proto(4) @Atomic @Nullable SecretKeySelector secretKeyRef,
        @Proto(5) @Atomic @Nullable FileKeySelector fileKeyRef,
        UnknownFields unknown)
        implements EnvVarSourceWith {}
