package io.podium.api.core;

import io.podium.api.meta.Quantity;
import io.podium.api.meta.Sorted;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.Map;

/**
 * The volume resource requirements of {@code Pod.spec.volumes[].ephemeral.volumeClaimTemplate.spec.resources}.
 *
 * @param limits the limits: {@code limits}
 * @param requests the requests: {@code requests}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record VolumeResourceRequirements(
        @Proto(1) Map<String, Quantity> limits, @Proto(2) Map<String, Quantity> requests, UnknownFields unknown)
        implements VolumeResourceRequirementsWith {
    /** Copies lists and maps; maps are sorted by key. */
    public VolumeResourceRequirements {
        limits = Sorted.copyOf(limits);
        requests = Sorted.copyOf(requests);
    }
}
