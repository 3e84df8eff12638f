package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The secret key selector of {@code Pod.spec.initContainers[].env[].valueFrom.secretKeyRef}.
 *
 * @param name the name: {@code name}
 * @param key the key: {@code key}
 * @param optional the optional: {@code optional}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record SecretKeySelector(
        @Proto(value = 1, in = 1) String name,
        @Proto(2) @Always String key,
        @Proto(3) @Nullable Boolean optional,
        UnknownFields unknown)
        implements SecretKeySelectorWith {}
