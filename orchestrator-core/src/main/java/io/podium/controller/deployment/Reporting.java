package io.podium.controller.deployment;

import io.podium.api.apps.Deployment;
import io.podium.api.apps.DeploymentStatus;
import io.podium.api.apps.ReplicaSet;
import io.podium.api.client.Client;
import io.podium.api.client.WriteOptions;
import io.podium.api.controller.Result;
import io.podium.api.dispatch.Dispatcher;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** Writes the status of deployments, if it has changed, and says when it will change by time alone. */
final class Reporting {
    private static final String PAUSED = "DeploymentPaused";
    private static final String FAILURE = "ReplicaFailure";

    private final Client client;
    private final Dispatcher dispatcher;

    Reporting(Client client, Dispatcher dispatcher) {
        this.client = client;
        this.dispatcher = dispatcher;
    }

    /** Reports sizes and availability, not progress: for deployments that are paused, being resized or deleted. */
    Result reportSizes(Rollout rollout) {
        var now = dispatcher.now();
        write(rollout, Progress.withAvailability(rollout, Progress.status(rollout), now));
        return Result.done();
    }

    /** Reports sizes, availability and progress. */
    Result reportProgress(Rollout rollout) {
        var now = dispatcher.now();
        var before = rollout.deployment().status();
        var status = Progress.withAvailability(rollout, Progress.status(rollout), now);
        status = Progress.hasDeadline(rollout.deployment())
                ? withProgress(rollout, before, status, now)
                : Progress.without(status, Progress.PROGRESSING);
        status = withFailure(rollout, status, now);
        write(rollout, status);
        return untilStuck(rollout.deployment(), status, now);
    }

    private static DeploymentStatus withProgress(
            Rollout rollout, DeploymentStatus before, DeploymentStatus status, Instant now) {
        boolean told = Progress.find(status, Progress.PROGRESSING)
                .filter(condition -> condition.reason().equals(Progress.NEW_SET_AVAILABLE))
                .isPresent();
        if (told && status.replicas() == status.updatedReplicas()) {
            return status;
        }
        var deployment = rollout.deployment();
        var subject = rollout.newSet()
                .map(set -> "ReplicaSet \"" + set.name() + "\"")
                .orElse("Deployment \"" + deployment.name() + "\"");
        if (Progress.isComplete(deployment, status)) {
            return Progress.with(
                    status,
                    Progress.condition(
                            Progress.PROGRESSING,
                            "True",
                            Progress.NEW_SET_AVAILABLE,
                            subject + " has successfully progressed."),
                    now);
        }
        if (Progress.hasMoved(before, status)) {
            return Progress.replaced(
                    status,
                    Progress.condition(Progress.PROGRESSING, "True", "ReplicaSetUpdated", subject + " is progressing."),
                    now);
        }
        if (Progress.untilStuck(deployment, status, now)
                .filter(Duration::isZero)
                .isPresent()) {
            return Progress.with(
                    status,
                    Progress.condition(
                            Progress.PROGRESSING,
                            "False",
                            Progress.DEADLINE_EXCEEDED,
                            subject + " has timed out progressing."),
                    now);
        }
        return status;
    }

    private static DeploymentStatus withFailure(Rollout rollout, DeploymentStatus status, Instant now) {
        var newestFirst = Stream.concat(rollout.newSet().stream(), rollout.oldSets().stream());
        var failure = newestFirst
                .map(ReplicaSet::status)
                .flatMap(set -> set.conditions().stream())
                .filter(condition -> condition.type().equals(FAILURE))
                .findFirst();
        return failure.map(condition -> Progress.with(
                        status,
                        Progress.condition(FAILURE, condition.status(), condition.reason(), condition.message()),
                        now))
                .orElseGet(() -> Progress.without(status, FAILURE));
    }

    private static Result untilStuck(Deployment deployment, DeploymentStatus status, Instant now) {
        if (!Progress.hasDeadline(deployment) || Progress.isComplete(deployment, status)) {
            return Result.done();
        }
        return Progress.untilStuck(deployment, status, now)
                .filter(left -> !left.isZero())
                .map(left -> Result.requeueAfter(left.plusMillis(1)))
                .orElse(Result.done());
    }

    private void write(Rollout rollout, DeploymentStatus status) {
        var stored = rollout.deployment();
        if (!status.equals(stored.status())) {
            client.updateStatus(stored.withStatus(status), WriteOptions.PLAIN);
        }
    }

    /** Tells that a deployment was paused, or goes on. */
    Deployment withPauseTold(Deployment deployment) {
        if (!Progress.hasDeadline(deployment)) {
            return deployment;
        }
        var condition = Progress.find(deployment.status(), Progress.PROGRESSING);
        if (condition.filter(c -> c.reason().equals(Progress.DEADLINE_EXCEEDED)).isPresent()) {
            return deployment;
        }
        boolean told = condition.filter(c -> c.reason().equals(PAUSED)).isPresent();
        boolean paused = deployment.spec().paused();
        if (told == paused) {
            return deployment;
        }
        var change = paused
                ? Progress.condition(Progress.PROGRESSING, "Unknown", PAUSED, "Deployment is paused")
                : Progress.condition(Progress.PROGRESSING, "Unknown", "DeploymentResumed", "Deployment is resumed");
        return client.updateStatus(
                deployment.withStatus(Progress.with(deployment.status(), change, dispatcher.now())),
                WriteOptions.PLAIN);
    }

    /** Tells that the replica set of the present template was made or found, which is progress. */
    Deployment withNewSetTold(Deployment deployment, String what, String set) {
        if (!Progress.hasDeadline(deployment)) {
            return deployment;
        }
        boolean created = what.startsWith("Created");
        if (!created && Progress.find(deployment.status(), Progress.PROGRESSING).isPresent()) {
            return deployment;
        }
        var reason = created ? "NewReplicaSetCreated" : "FoundNewReplicaSet";
        var condition = Progress.condition(Progress.PROGRESSING, "True", reason, what + " \"" + set + "\"");
        return client.updateStatus(
                deployment.withStatus(Progress.with(deployment.status(), condition, dispatcher.now())),
                WriteOptions.PLAIN);
    }
}
