package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The event source of {@code Event.source}.
 *
 * @param component the component: {@code component}
 * @param host the host: {@code host}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record EventSource(
        @Proto(1) String component, @Proto(2) String host, UnknownFields unknown) implements EventSourceWith {}
