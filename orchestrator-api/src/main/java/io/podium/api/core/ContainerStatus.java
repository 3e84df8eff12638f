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
 * The container status of {@code Pod.status.initContainerStatuses[]}.
 *
 * @param name the name: {@code name}
 * @param state the state: {@code state}
 * @param lastState the last state: {@code lastState}
 * @param ready the ready: {@code ready}
 * @param restartCount the restart count: {@code restartCount}
 * @param image the image: {@code image}
 * @param imageID the image ID: {@code imageID}
 * @param containerID the container ID: {@code containerID}
 * @param started the started: {@code started}
 * @param allocatedResources the allocated resources: {@code allocatedResources}
 * @param resources the resources: {@code resources}
 * @param volumeMounts the volume mounts: {@code volumeMounts}
 * @param user the user: {@code user}
 * @param allocatedResourcesStatus the allocated resources status: {@code allocatedResourcesStatus}
 * @param stopSignal the stop signal: {@code stopSignal}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record ContainerStatus(
        @Proto(1) @Always String name,
        @Proto(2) @Always ContainerState state,
        @Proto(3) @Always ContainerState lastState,
        @Proto(4) @Always boolean ready,
        @Proto(5) @Always int restartCount,
        @Proto(6) @Always String image,
        @Proto(7) @Always String imageID,
        @Proto(8) String containerID,
        @Proto(9) @Nullable Boolean started,
        @Proto(10) Map<String, Quantity> allocatedResources,
        @Proto(11) @Nullable ResourceRequirements resources,

        @Proto(12) @ListMap("mountPath") @MergeKey("mountPath")
        List<VolumeMountStatus> volumeMounts,

        @Proto(13) @Nullable ContainerUser user,
        @Proto(14) @ListMap("name") @MergeKey("name") List<ResourceStatus> allocatedResourcesStatus,
        @Proto(15) @Nullable String stopSignal,
        UnknownFields unknown)
        implements ContainerStatusWith {
    /** Copies lists and maps; maps are sorted by key. */
    public ContainerStatus {
        allocatedResources = Sorted.copyOf(allocatedResources);
        volumeMounts = List.copyOf(volumeMounts);
        allocatedResourcesStatus = List.copyOf(allocatedResourcesStatus);
    }
}
