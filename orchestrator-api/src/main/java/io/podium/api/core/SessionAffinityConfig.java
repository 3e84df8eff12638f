package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The session affinity config of {@code Service.spec.sessionAffinityConfig}.
 *
 * @param clientIP the client IP: {@code clientIP}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record SessionAffinityConfig(@Proto(1) @Nullable ClientIPConfig clientIP, UnknownFields unknown)
        implements SessionAffinityConfigWith {}
