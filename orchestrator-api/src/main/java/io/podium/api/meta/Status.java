package io.podium.api.meta;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * Kubernetes' status.
 *
 * @param metadata the metadata: {@code metadata}
 * @param status the status: {@code status}
 * @param message the message: {@code message}
 * @param reason the reason: {@code reason}
 * @param details the details: {@code details}
 * @param code the code: {@code code}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record Status(
        @Proto(1) @Always ListMeta metadata,
        @Proto(2) String status,
        @Proto(3) String message,
        @Proto(4) String reason,
        @Proto(5) @Nullable StatusDetails details,
        @Proto(6) int code,
        UnknownFields unknown)
        implements StatusWith {}
