package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;

/**
 * The capabilities of {@code Pod.spec.initContainers[].securityContext.capabilities}.
 *
 * @param add the add: {@code add}
 * @param drop the drop: {@code drop}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record Capabilities(
        @Proto(1) List<String> add, @Proto(2) List<String> drop, UnknownFields unknown) implements CapabilitiesWith {
    /** Copies lists and maps; maps are sorted by key. */
    public Capabilities {
        add = List.copyOf(add);
        drop = List.copyOf(drop);
    }
}
