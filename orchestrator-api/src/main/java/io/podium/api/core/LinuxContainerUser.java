package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;

/**
 * The linux container user of {@code Pod.status.initContainerStatuses[].user.linux}.
 *
 * @param uid the uid: {@code uid}
 * @param gid the gid: {@code gid}
 * @param supplementalGroups the supplemental groups: {@code supplementalGroups}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record LinuxContainerUser(
        @Proto(1) @Always long uid,
        @Proto(2) @Always long gid,
        @Proto(3) List<Long> supplementalGroups,
        UnknownFields unknown)
        implements LinuxContainerUserWith {
    /** Copies lists and maps; maps are sorted by key. */
    public LinuxContainerUser {
        supplementalGroups = List.copyOf(supplementalGroups);
    }
}
