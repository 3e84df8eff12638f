package io.podium.controller.replicaset;

import io.podium.api.apps.ReplicaSet;
import io.podium.api.apps.ReplicaSetCondition;
import io.podium.api.apps.ReplicaSetConditionBuilder;
import io.podium.api.apps.ReplicaSetStatus;
import io.podium.api.client.ApiException;
import io.podium.api.core.Pod;
import io.podium.api.meta.Selector;
import io.podium.controller.kit.Pods;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A replica set and its pods as they were found, from which its status is computed.
 *
 * @param set the set
 * @param active its active pods, before any were created or deleted
 * @param failure what kept it from creating or deleting pods
 * @param now when it was looked at
 */
record ObservedSet(ReplicaSet set, List<Pod> active, Optional<ApiException> failure, Instant now) {
    private static final String REPLICA_FAILURE = "ReplicaFailure";

    ReplicaSetStatus status() {
        var labels = Selector.of(set.spec().template().metadata().labels(), List.of());
        int ready = 0;
        int available = 0;
        int labeled = 0;
        for (var pod : active) {
            labeled += labels.matches(pod.metadata().labels()) ? 1 : 0;
            ready += Pods.isReady(pod) ? 1 : 0;
            available += Duration.ZERO.equals(Pods.untilAvailable(pod, minReady(), now)) ? 1 : 0;
        }
        return set.status().toBuilder()
                .replicas(active.size())
                .fullyLabeledReplicas(labeled)
                .readyReplicas(ready)
                .availableReplicas(available)
                .observedGeneration(set.metadata().generation())
                .conditions(conditions())
                .build();
    }

    /** When the status will change though no pod does: the next pod becomes available. */
    Optional<Duration> nextChange() {
        return active.stream()
                .map(pod -> Pods.untilAvailable(pod, minReady(), now))
                .filter(Objects::nonNull)
                .filter(left -> !left.isZero())
                .min(Duration::compareTo);
    }

    private Duration minReady() {
        return Duration.ofSeconds(set.spec().minReadySeconds());
    }

    private List<ReplicaSetCondition> conditions() {
        var present = set.status().conditions();
        var old = present.stream()
                .filter(condition -> condition.type().equals(REPLICA_FAILURE))
                .findFirst();
        if (failure.isEmpty() && old.isEmpty()) {
            return present;
        }
        var others = new ArrayList<>(present);
        old.ifPresent(others::remove);
        failure.ifPresent(problem ->
                others.add(old.filter(condition -> condition.reason().equals(reason()))
                        .orElseGet(() -> new ReplicaSetConditionBuilder()
                                .type(REPLICA_FAILURE)
                                .status("True")
                                .reason(reason())
                                .message(String.valueOf(problem.getMessage()))
                                .lastTransitionTime(now.truncatedTo(ChronoUnit.SECONDS))
                                .build())));
        return others;
    }

    private String reason() {
        return active.size() < set.spec().replicasOrDefault() ? "FailedCreate" : "FailedDelete";
    }
}
