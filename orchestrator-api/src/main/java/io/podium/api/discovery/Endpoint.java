package io.podium.api.discovery;

import io.podium.api.core.ObjectReference;
import io.podium.api.meta.Sorted;
import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Atomic;
import io.podium.api.schema.ListSet;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The endpoint of {@code EndpointSlice.endpoints[]}.
 *
 * @param addresses the addresses: {@code addresses}
 * @param conditions the conditions: {@code conditions}
 * @param hostname the hostname: {@code hostname}
 * @param targetRef the target ref: {@code targetRef}
 * @param deprecatedTopology the deprecated topology: {@code deprecatedTopology}
 * @param nodeName the node name: {@code nodeName}
 * @param zone the zone: {@code zone}
 * @param hints the hints: {@code hints}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record Endpoint(
        @Proto(1) @Always @ListSet List<String> addresses,
        @Proto(2) @Always EndpointConditions conditions,
        @Proto(3) @Nullable String hostname,
        @Proto(4) @Atomic @Nullable ObjectReference targetRef,
        @Proto(5) Map<String, String> deprecatedTopology,
        @Proto(6) @Nullable String nodeName,
        @Proto(7) @Nullable String zone,
        @Proto(8) @Nullable EndpointHints hints,
        UnknownFields unknown)
        implements EndpointWith {
    /** Copies lists and maps; maps are sorted by key. */
    public Endpoint {
        addresses = List.copyOf(addresses);
        deprecatedTopology = Sorted.copyOf(deprecatedTopology);
    }
}
