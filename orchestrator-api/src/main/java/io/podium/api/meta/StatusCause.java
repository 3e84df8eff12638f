package io.podium.api.meta;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * Kubernetes' status cause.
 *
 * @param reason the reason: {@code reason}
 * @param message the message: {@code message}
 * @param field the field: {@code field}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record StatusCause(
        @Proto(1) String reason,
        @Proto(2) String message,
        @Proto(3) String field,
        UnknownFields unknown) implements StatusCauseWith {}
