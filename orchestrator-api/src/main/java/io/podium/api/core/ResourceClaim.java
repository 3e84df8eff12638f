package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The resource claim of {@code Pod.spec.resources.claims[]}.
 *
 * @param name the name: {@code name}
 * @param request the request: {@code request}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record ResourceClaim(
        @Proto(1) @Always String name, @Proto(2) String request, UnknownFields unknown) implements ResourceClaimWith {}
