package io.podium.api.meta;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;

/**
 * Kubernetes' status details.
 *
 * @param name the name: {@code name}
 * @param group the group: {@code group}
 * @param kind the kind: {@code kind}
 * @param uid the uid: {@code uid}
 * @param causes the causes: {@code causes}
 * @param retryAfterSeconds the retry after seconds: {@code retryAfterSeconds}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record StatusDetails(
        @Proto(1) String name,
        @Proto(2) String group,
        @Proto(3) String kind,
        @Proto(6) String uid,
        @Proto(4) List<StatusCause> causes,
        @Proto(5) int retryAfterSeconds,
        UnknownFields unknown)
        implements StatusDetailsWith {
    /** Copies lists and maps; maps are sorted by key. */
    public StatusDetails {
        causes = List.copyOf(causes);
    }
}
