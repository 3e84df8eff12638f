package io.podium.api.core;

import io.podium.api.meta.Quantity;
import io.podium.api.meta.Sorted;
import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.ListMap;
import io.podium.api.schema.MergeKey;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The node status of {@code Node.status}.
 *
 * @param capacity the capacity: {@code capacity}
 * @param allocatable the allocatable: {@code allocatable}
 * @param phase the phase: {@code phase}
 * @param conditions the conditions: {@code conditions}
 * @param addresses the addresses: {@code addresses}
 * @param daemonEndpoints the daemon endpoints: {@code daemonEndpoints}
 * @param nodeInfo the node info: {@code nodeInfo}
 * @param images the images: {@code images}
 * @param volumesInUse the volumes in use: {@code volumesInUse}
 * @param volumesAttached the volumes attached: {@code volumesAttached}
 * @param config the config: {@code config}
 * @param runtimeHandlers the runtime handlers: {@code runtimeHandlers}
 * @param features the features: {@code features}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record NodeStatus(
        @Proto(1) Map<String, Quantity> capacity,
        @Proto(2) Map<String, Quantity> allocatable,
        @Proto(3) String phase,
        @Proto(4) @ListMap("type") @MergeKey("type") List<NodeCondition> conditions,
        @Proto(5) @ListMap("type") @MergeKey("type") List<NodeAddress> addresses,
        @Proto(6) @Always NodeDaemonEndpoints daemonEndpoints,
        @Proto(7) @Always NodeSystemInfo nodeInfo,
        @Proto(8) List<ContainerImage> images,
        @Proto(9) List<String> volumesInUse,
        @Proto(10) List<AttachedVolume> volumesAttached,
        @Proto(11) @Nullable NodeConfigStatus config,
        @Proto(12) List<NodeRuntimeHandler> runtimeHandlers,
        @Proto(13) @Nullable NodeFeatures features,
        UnknownFields unknown)
        implements NodeStatusWith {
    /** Copies lists and maps; maps are sorted by key. */
    public NodeStatus {
        capacity = Sorted.copyOf(capacity);
        allocatable = Sorted.copyOf(allocatable);
        conditions = List.copyOf(conditions);
        addresses = List.copyOf(addresses);
        images = List.copyOf(images);
        volumesInUse = List.copyOf(volumesInUse);
        volumesAttached = List.copyOf(volumesAttached);
        runtimeHandlers = List.copyOf(runtimeHandlers);
    }
}
