package io.podium.api.core;

import io.podium.api.meta.Quantity;
import io.podium.api.meta.Sorted;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.ListMap;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;
import java.util.Map;

/**
 * The resource requirements of {@code Pod.spec.resources}.
 *
 * @param limits the limits: {@code limits}
 * @param requests the requests: {@code requests}
 * @param claims the claims: {@code claims}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record ResourceRequirements(
        @Proto(1) Map<String, Quantity> limits,
        @Proto(2) Map<String, Quantity> requests,
        @Proto(3) @ListMap("name") List<ResourceClaim> claims,
        UnknownFields unknown)
        implements ResourceRequirementsWith {
    /** Copies lists and maps; maps are sorted by key. */
    public ResourceRequirements {
        limits = Sorted.copyOf(limits);
        requests = Sorted.copyOf(requests);
        claims = List.copyOf(claims);
    }
}
