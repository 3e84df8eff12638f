package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The resource health of {@code Pod.status.initContainerStatuses[].allocatedResourcesStatus[].resources[]}.
 *
 * @param resourceID the resource ID: {@code resourceID}
 * @param health the health: {@code health}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record ResourceHealth(
        @Proto(1) @Always String resourceID, @Proto(2) String health, UnknownFields unknown)
        implements ResourceHealthWith {}
