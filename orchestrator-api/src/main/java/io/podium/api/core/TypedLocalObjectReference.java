package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The typed local object reference of {@code Pod.spec.volumes[].ephemeral.volumeClaimTemplate.spec.dataSource}.
 *
 * @param apiGroup the api group: {@code apiGroup}
 * @param kind the kind: {@code kind}
 * @param name the name: {@code name}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record TypedLocalObjectReference(
        @Proto(1) @Always @Nullable String apiGroup,
        @Proto(2) @Always String kind,
        @Proto(3) @Always String name,
        UnknownFields unknown)
        implements TypedLocalObjectReferenceWith {}
