package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.ListMap;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;

/**
 * The resource status of {@code Pod.status.initContainerStatuses[].allocatedResourcesStatus[]}.
 *
 * @param name the name: {@code name}
 * @param resources the resources: {@code resources}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record ResourceStatus(
        @Proto(1) @Always String name,
        @Proto(2) @ListMap("resourceID") List<ResourceHealth> resources,
        UnknownFields unknown)
        implements ResourceStatusWith {
    /** Copies lists and maps; maps are sorted by key. */
    public ResourceStatus {
        resources = List.copyOf(resources);
    }
}
