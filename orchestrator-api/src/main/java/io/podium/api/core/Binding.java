package io.podium.api.core;

import io.podium.api.meta.ObjectMeta;
import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Atomic;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * Kubernetes' binding.
 *
 * @param metadata the metadata: {@code metadata}
 * @param target the target: {@code target}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record Binding(
        @Proto(1) @Always ObjectMeta metadata,
        @Proto(2) @Always @Atomic ObjectReference target,
        UnknownFields unknown) implements BindingWith {}
