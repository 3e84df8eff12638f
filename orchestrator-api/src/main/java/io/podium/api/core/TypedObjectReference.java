package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The typed object reference of {@code Pod.spec.volumes[].ephemeral.volumeClaimTemplate.spec.dataSourceRef}.
 *
 * @param apiGroup the api group: {@code apiGroup}
 * @param kind the kind: {@code kind}
 * @param name the name: {@code name}
 * @param namespace the namespace: {@code namespace}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record TypedObjectReference(
        @Proto(1) @Always @Nullable String apiGroup,
        @Proto(2) @Always String kind,
        @Proto(3) @Always String name,
        @Proto(4) @Nullable String namespace,
        UnknownFields unknown)
        implements TypedObjectReferenceWith {}
