package io.podium.api.core;

import io.podium.api.meta.Quantity;
import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The resource field selector of {@code Pod.spec.volumes[].downwardAPI.items[].resourceFieldRef}.
 *
 * @param containerName the container name: {@code containerName}
 * @param resource the resource: {@code resource}
 * @param divisor the divisor: {@code divisor}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record ResourceFieldSelector(
        @Proto(1) String containerName,
        @Proto(2) @Always String resource,
        @Proto(3) @Nullable Quantity divisor,
        UnknownFields unknown)
        implements ResourceFieldSelectorWith {}
