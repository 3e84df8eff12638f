package io.podium.api.discovery;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;

/**
 * The endpoint hints of {@code EndpointSlice.endpoints[].hints}.
 *
 * @param forZones the for zones: {@code forZones}
 * @param forNodes the for nodes: {@code forNodes}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record EndpointHints(
        @Proto(1) List<ForZone> forZones, @Proto(2) List<ForNode> forNodes, UnknownFields unknown)
        implements EndpointHintsWith {
    /** Copies lists and maps; maps are sorted by key. */
    public EndpointHints {
        forZones = List.copyOf(forZones);
        forNodes = List.copyOf(forNodes);
    }
}
