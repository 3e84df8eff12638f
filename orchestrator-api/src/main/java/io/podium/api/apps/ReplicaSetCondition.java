package io.podium.api.apps;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The replica set condition of {@code ReplicaSet.status.conditions[]}.
 *
 * @param type the type: {@code type}
 * @param status the status: {@code status}
 * @param lastTransitionTime the last transition time: {@code lastTransitionTime}
 * @param reason the reason: {@code reason}
 * @param message the message: {@code message}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record ReplicaSetCondition(
        @Proto(1) @Always String type,
        @Proto(2) @Always String status,
        @Proto(3) @Always @Nullable Instant lastTransitionTime,
        @Proto(4) String reason,
        @Proto(5) String message,
        UnknownFields unknown)
        implements ReplicaSetConditionWith {}
