package io.podium.api.meta;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The condition of {@code Service.status.conditions[]}.
 *
 * @param type the type: {@code type}
 * @param status the status: {@code status}
 * @param observedGeneration the observed generation: {@code observedGeneration}
 * @param lastTransitionTime the last transition time: {@code lastTransitionTime}
 * @param reason the reason: {@code reason}
 * @param message the message: {@code message}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record Condition(
        @Proto(1) @Always String type,
        @Proto(2) @Always String status,
        @Proto(3) long observedGeneration,
        @Proto(4) @Always @Nullable Instant lastTransitionTime,
        @Proto(5) @Always String reason,
        @Proto(6) @Always String message,
        UnknownFields unknown)
        implements ConditionWith {}
