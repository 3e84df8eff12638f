package io.podium.api.discovery;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The endpoint conditions of {@code EndpointSlice.endpoints[].conditions}.
 *
 * @param ready the ready: {@code ready}
 * @param serving the serving: {@code serving}
 * @param terminating the terminating: {@code terminating}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record EndpointConditions(
        @Proto(1) @Nullable Boolean ready,
        @Proto(2) @Nullable Boolean serving,
        @Proto(3) @Nullable Boolean terminating,
        UnknownFields unknown)
        implements EndpointConditionsWith {}
