package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;

/**
 * The exec action of {@code Pod.spec.initContainers[].livenessProbe.exec}.
 *
 * @param command the command: {@code command}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record ExecAction(@Proto(1) List<String> command, UnknownFields unknown) implements ExecActionWith {
    /** Copies lists and maps; maps are sorted by key. */
    public ExecAction {
        command = List.copyOf(command);
    }
}
