package io.podium.api.apps;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.ListMap;
import io.podium.api.schema.MergeKey;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The deployment status of {@code Deployment.status}.
 *
 * @param observedGeneration the observed generation: {@code observedGeneration}
 * @param replicas the replicas: {@code replicas}
 * @param updatedReplicas the updated replicas: {@code updatedReplicas}
 * @param readyReplicas the ready replicas: {@code readyReplicas}
 * @param availableReplicas the available replicas: {@code availableReplicas}
 * @param unavailableReplicas the unavailable replicas: {@code unavailableReplicas}
 * @param terminatingReplicas the terminating replicas: {@code terminatingReplicas}
 * @param conditions the conditions: {@code conditions}
 * @param collisionCount the collision count: {@code collisionCount}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record DeploymentStatus(
        @Proto(1) long observedGeneration,
        @Proto(2) int replicas,
        @Proto(3) int updatedReplicas,
        @Proto(7) int readyReplicas,
        @Proto(4) int availableReplicas,
        @Proto(5) int unavailableReplicas,
        @Proto(9) @Nullable Integer terminatingReplicas,
        @Proto(6) @ListMap("type") @MergeKey("type") List<DeploymentCondition> conditions,
        @Proto(8) @Nullable Integer collisionCount,
        UnknownFields unknown)
        implements DeploymentStatusWith {
    /** Copies lists and maps; maps are sorted by key. */
    public DeploymentStatus {
        conditions = List.copyOf(conditions);
    }
}
