package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The pod condition of {@code Pod.status.conditions[]}.
 *
 * @param type the type: {@code type}
 * @param observedGeneration the observed generation: {@code observedGeneration}
 * @param status the status: {@code status}
 * @param lastProbeTime the last probe time: {@code lastProbeTime}
 * @param lastTransitionTime the last transition time: {@code lastTransitionTime}
 * @param reason the reason: {@code reason}
 * @param message the message: {@code message}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record PodCondition(
        @Proto(1) @Always String type,
        @Proto(7) long observedGeneration,
        @Proto(2) @Always String status,
        @Proto(3) @Always @Nullable Instant lastProbeTime,
        @Proto(4) @Always @Nullable Instant lastTransitionTime,
        @Proto(5) String reason,
        @Proto(6) String message,
        UnknownFields unknown)
        implements PodConditionWith {}
