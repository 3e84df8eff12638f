package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The node config status of {@code Node.status.config}.
 *
 * @param assigned the assigned: {@code assigned}
 * @param active the active: {@code active}
 * @param lastKnownGood the last known good: {@code lastKnownGood}
 * @param error the error: {@code error}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record NodeConfigStatus(
        @Proto(1) @Nullable NodeConfigSource assigned,
        @Proto(2) @Nullable NodeConfigSource active,
        @Proto(3) @Nullable NodeConfigSource lastKnownGood,
        @Proto(4) String error,
        UnknownFields unknown)
        implements NodeConfigStatusWith {}
