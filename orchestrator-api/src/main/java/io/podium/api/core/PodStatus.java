package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.ListMap;
import io.podium.api.schema.MergeKey;
import io.podium.api.schema.Proto;
import io.podium.api.schema.RetainKeys;
import io.podium.api.schema.UnknownFields;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pod status of {@code Pod.status}.
 *
 * @param observedGeneration the observed generation: {@code observedGeneration}
 * @param phase the phase: {@code phase}
 * @param conditions the conditions: {@code conditions}
 * @param message the message: {@code message}
 * @param reason the reason: {@code reason}
 * @param nominatedNodeName the nominated node name: {@code nominatedNodeName}
 * @param hostIP the host IP: {@code hostIP}
 * @param hostIPs the host i ps: {@code hostIPs}
 * @param podIP the pod IP: {@code podIP}
 * @param podIPs the pod i ps: {@code podIPs}
 * @param startTime the start time: {@code startTime}
 * @param initContainerStatuses the init container statuses: {@code initContainerStatuses}
 * @param containerStatuses the container statuses: {@code containerStatuses}
 * @param qosClass the qos class: {@code qosClass}
 * @param ephemeralContainerStatuses the ephemeral container statuses: {@code ephemeralContainerStatuses}
 * @param resize the resize: {@code resize}
 * @param resourceClaimStatuses the resource claim statuses: {@code resourceClaimStatuses}
 * @param extendedResourceClaimStatus the extended resource claim status: {@code extendedResourceClaimStatus}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record PodStatus(
        @Proto(17) long observedGeneration,
        @Proto(1) String phase,
        @Proto(2) @ListMap("type") @MergeKey("type") List<PodCondition> conditions,
        @Proto(3) String message,
        @Proto(4) String reason,
        @Proto(11) String nominatedNodeName,
        @Proto(5) String hostIP,
        @Proto(16) @MergeKey("ip") List<HostIP> hostIPs,
        @Proto(6) String podIP,
        @Proto(12) @ListMap("ip") @MergeKey("ip") List<PodIP> podIPs,
        @Proto(7) @Nullable Instant startTime,
        @Proto(10) List<ContainerStatus> initContainerStatuses,
        @Proto(8) List<ContainerStatus> containerStatuses,
        @Proto(9) String qosClass,
        @Proto(13) List<ContainerStatus> ephemeralContainerStatuses,
        @Proto(14) String resize,

        @Proto(15) @ListMap("name") @MergeKey("name") @RetainKeys
        List<PodResourceClaimStatus> resourceClaimStatuses,

        @Proto(18) @Nullable PodExtendedResourceClaimStatus extendedResourceClaimStatus,
        UnknownFields unknown)
        implements PodStatusWith {
    /** Copies lists and maps; maps are sorted by key. */
    public PodStatus {
        conditions = List.copyOf(conditions);
        hostIPs = List.copyOf(hostIPs);
        podIPs = List.copyOf(podIPs);
        initContainerStatuses = List.copyOf(initContainerStatuses);
        containerStatuses = List.copyOf(containerStatuses);
        ephemeralContainerStatuses = List.copyOf(ephemeralContainerStatuses);
        resourceClaimStatuses = List.copyOf(resourceClaimStatuses);
    }
}
