package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The pod resource claim of {@code Pod.spec.resourceClaims[]}.
 *
 * @param name the name: {@code name}
 * @param resourceClaimName the resource claim name: {@code resourceClaimName}
 * @param resourceClaimTemplateName the resource claim template name: {@code resourceClaimTemplateName}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record PodResourceClaim(
        @Proto(1) @Always String name,
        @Proto(3) @Nullable String resourceClaimName,
        @Proto(4) @Nullable String resourceClaimTemplateName,
        UnknownFields unknown)
        implements PodResourceClaimWith {}
