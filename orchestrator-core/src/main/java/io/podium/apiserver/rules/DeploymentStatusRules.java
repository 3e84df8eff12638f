package io.podium.apiserver.rules;

import io.podium.api.apps.DeploymentStatus;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;

/** What the counts in the status of a Deployment have to do with each other. */
final class DeploymentStatusRules {
    private static final Path STATUS = Path.of("status");

    private DeploymentStatusRules() {}

    static void validate(DeploymentStatus now, DeploymentStatus before, Problems problems) {
        Checks.notNegative(STATUS.child("observedGeneration"), now.observedGeneration(), problems);
        Checks.notNegative(STATUS.child("replicas"), now.replicas(), problems);
        Checks.notNegative(STATUS.child("updatedReplicas"), now.updatedReplicas(), problems);
        Checks.notNegative(STATUS.child("readyReplicas"), now.readyReplicas(), problems);
        Checks.notNegative(STATUS.child("availableReplicas"), now.availableReplicas(), problems);
        Checks.notNegative(STATUS.child("unavailableReplicas"), now.unavailableReplicas(), problems);
        Checks.notNegative(STATUS.child("terminatingReplicas"), now.terminatingReplicas(), problems);
        Checks.notNegative(STATUS.child("collisionCount"), now.collisionCount(), problems);
        atMost("updatedReplicas", now.updatedReplicas(), "status.replicas", now.replicas(), problems);
        atMost("readyReplicas", now.readyReplicas(), "status.replicas", now.replicas(), problems);
        atMost("availableReplicas", now.availableReplicas(), "status.replicas", now.replicas(), problems);
        atMost("availableReplicas", now.availableReplicas(), "readyReplicas", now.readyReplicas(), problems);
        int collisions = before.collisionCount() == null ? 0 : before.collisionCount();
        if (now.collisionCount() == null ? collisions > 0 : now.collisionCount() < collisions) {
            problems.invalid(STATUS.child("collisionCount"), now.collisionCount(), "cannot be decremented");
        }
    }

    private static void atMost(String field, int count, String limit, int most, Problems problems) {
        if (count > most) {
            problems.invalid(STATUS.child(field), count, "cannot be greater than " + limit);
        }
    }
}
