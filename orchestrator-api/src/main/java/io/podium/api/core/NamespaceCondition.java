package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The namespace condition of {@code Namespace.status.conditions[]}.
 *
 * @param type the type: {@code type}
 * @param status the status: {@code status}
 * @param lastTransitionTime the last transition time: {@code lastTransitionTime}
 * @param reason the reason: {@code reason}
 * @param message the message: {@code message}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record NamespaceCondition(
        @Proto(1) @Always String type,
        @Proto(2) @Always String status,
        @Proto(4) @Always @Nullable Instant lastTransitionTime,
        @Proto(5) String reason,
        @Proto(6) String message,
        UnknownFields unknown)
        implements NamespaceConditionWith {}
