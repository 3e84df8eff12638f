package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The client IP config of {@code Service.spec.sessionAffinityConfig.clientIP}.
 *
 * @param timeoutSeconds the timeout seconds: {@code timeoutSeconds}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record ClientIPConfig(@Proto(1) @Nullable Integer timeoutSeconds, UnknownFields unknown)
        implements ClientIPConfigWith {}
