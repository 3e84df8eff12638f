package io.podium.api.apps;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.ListMap;
import io.podium.api.schema.MergeKey;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The replica set status of {@code ReplicaSet.status}.
 *
 * @param replicas the replicas: {@code replicas}
 * @param fullyLabeledReplicas the fully labeled replicas: {@code fullyLabeledReplicas}
 * @param readyReplicas the ready replicas: {@code readyReplicas}
 * @param availableReplicas the available replicas: {@code availableReplicas}
 * @param terminatingReplicas the terminating replicas: {@code terminatingReplicas}
 * @param observedGeneration the observed generation: {@code observedGeneration}
 * @param conditions the conditions: {@code conditions}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record ReplicaSetStatus(
        @Proto(1) @Always int replicas,
        @Proto(2) int fullyLabeledReplicas,
        @Proto(4) int readyReplicas,
        @Proto(5) int availableReplicas,
        @Proto(7) @Nullable Integer terminatingReplicas,
        @Proto(3) long observedGeneration,
        @Proto(6) @ListMap("type") @MergeKey("type") List<ReplicaSetCondition> conditions,
        UnknownFields unknown)
        implements ReplicaSetStatusWith {
    /** Copies lists and maps; maps are sorted by key. */
    public ReplicaSetStatus {
        conditions = List.copyOf(conditions);
    }
}
