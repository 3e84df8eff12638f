package io.podium.controller.deployment;

import io.podium.api.apps.Deployment;
import io.podium.api.apps.DeploymentCondition;
import io.podium.api.apps.DeploymentConditionBuilder;
import io.podium.api.apps.DeploymentStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Optional;

/** How far a rollout has come, as its status says it. */
final class Progress {
    static final String AVAILABLE = "Available";
    static final String PROGRESSING = "Progressing";
    static final String NEW_SET_AVAILABLE = "NewReplicaSetAvailable";
    static final String DEADLINE_EXCEEDED = "ProgressDeadlineExceeded";

    private Progress() {}

    /** The status by the sizes of the replica sets, with the conditions as they were. */
    static DeploymentStatus status(Rollout rollout) {
        int available = rollout.total(Rollout::available);
        int wanted = rollout.total(Rollout::size);
        return rollout.deployment().status().toBuilder()
                .observedGeneration(rollout.deployment().metadata().generation())
                .replicas(rollout.total(set -> set.status().replicas()))
                .updatedReplicas(
                        rollout.newSet().map(set -> set.status().replicas()).orElse(0))
                .readyReplicas(rollout.total(set -> set.status().readyReplicas()))
                .availableReplicas(available)
                .unavailableReplicas(Math.max(0, wanted - available))
                .build();
    }

    static DeploymentStatus withAvailability(Rollout rollout, DeploymentStatus status, Instant now) {
        boolean enough = status.availableReplicas() >= rollout.replicas() - rollout.maxUnavailable();
        return with(
                status,
                enough
                        ? condition(
                                AVAILABLE, "True", "MinimumReplicasAvailable", "Deployment has minimum availability.")
                        : condition(
                                AVAILABLE,
                                "False",
                                "MinimumReplicasUnavailable",
                                "Deployment does not have minimum availability."),
                now);
    }

    static boolean isComplete(Deployment deployment, DeploymentStatus status) {
        int wanted = deployment.spec().replicasOrDefault();
        return status.updatedReplicas() == wanted
                && status.replicas() == wanted
                && status.availableReplicas() == wanted
                && status.observedGeneration() >= deployment.metadata().generation();
    }

    static boolean hasMoved(DeploymentStatus before, DeploymentStatus now) {
        return now.updatedReplicas() > before.updatedReplicas()
                || now.replicas() - now.updatedReplicas() < before.replicas() - before.updatedReplicas()
                || now.readyReplicas() > before.readyReplicas()
                || now.availableReplicas() > before.availableReplicas();
    }

    static boolean hasDeadline(Deployment deployment) {
        var deadline = deployment.spec().progressDeadlineSeconds();
        return deadline != null && deadline != Integer.MAX_VALUE;
    }

    /** How long until a rollout that does not move counts as stuck; zero if it does, empty if it never will. */
    static Optional<Duration> untilStuck(Deployment deployment, DeploymentStatus status, Instant now) {
        var condition = find(status, PROGRESSING);
        if (condition.isEmpty() || condition.get().reason().equals(NEW_SET_AVAILABLE)) {
            return Optional.empty();
        }
        if (condition.get().reason().equals(DEADLINE_EXCEEDED)) {
            return Optional.of(Duration.ZERO);
        }
        var since = condition.get().lastUpdateTime();
        var deadline = Duration.ofSeconds(deployment.spec().progressDeadlineSecondsOrDefault());
        var left = Duration.between(now, (since == null ? now : since).plus(deadline));
        return Optional.of(left.isNegative() ? Duration.ZERO : left);
    }

    static Optional<DeploymentCondition> find(DeploymentStatus status, String type) {
        return status.conditions().stream()
                .filter(condition -> condition.type().equals(type))
                .findFirst();
    }

    static DeploymentCondition condition(String type, String status, String reason, String message) {
        return new DeploymentConditionBuilder()
                .type(type)
                .status(status)
                .reason(reason)
                .message(message)
                .build();
    }

    /** The status with a condition, unless it says already what the condition says. */
    static DeploymentStatus with(DeploymentStatus status, DeploymentCondition condition, Instant now) {
        var present = find(status, condition.type());
        if (present.isPresent()
                && present.get().status().equals(condition.status())
                && present.get().reason().equals(condition.reason())) {
            return status;
        }
        return replaced(status, condition, now);
    }

    /** The status with a condition told anew, even if only its time differs. */
    static DeploymentStatus replaced(DeploymentStatus status, DeploymentCondition condition, Instant now) {
        var seconds = now.truncatedTo(ChronoUnit.SECONDS);
        var since = find(status, condition.type())
                .filter(old -> old.status().equals(condition.status()))
                .map(DeploymentCondition::lastTransitionTime)
                .orElse(seconds);
        var others = new ArrayList<>(without(status, condition.type()).conditions());
        others.add(condition.withLastUpdateTime(seconds).withLastTransitionTime(since));
        return status.withConditions(others);
    }

    static DeploymentStatus without(DeploymentStatus status, String type) {
        return status.withConditions(status.conditions().stream()
                .filter(condition -> !condition.type().equals(type))
                .toList());
    }
}
