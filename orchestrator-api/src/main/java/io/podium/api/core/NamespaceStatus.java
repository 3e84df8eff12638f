package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.ListMap;
import io.podium.api.schema.MergeKey;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;

/**
 * The namespace status of {@code Namespace.status}.
 *
 * @param phase the phase: {@code phase}
 * @param conditions the conditions: {@code conditions}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record NamespaceStatus(
        @Proto(1) String phase,
        @Proto(2) @ListMap("type") @MergeKey("type") List<NamespaceCondition> conditions,
        UnknownFields unknown)
        implements NamespaceStatusWith {
    /** Copies lists and maps; maps are sorted by key. */
    public NamespaceStatus {
        conditions = List.copyOf(conditions);
    }
}
