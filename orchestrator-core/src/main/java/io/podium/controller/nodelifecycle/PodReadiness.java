package io.podium.controller.nodelifecycle;

import io.podium.api.core.Pod;
import io.podium.api.core.PodCondition;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;

/** The readiness of pods whose node is silent. */
final class PodReadiness {
    private PodReadiness() {}

    /** The pod as not ready; the same reference if it is not. */
    static Pod lost(Pod pod, Instant now) {
        var conditions = new ArrayList<PodCondition>(pod.status().conditions().size());
        boolean changed = false;
        for (var condition : pod.status().conditions()) {
            boolean ready =
                    condition.type().equals("Ready") && condition.status().equals("True");
            changed |= ready;
            conditions.add(
                    ready
                            ? condition.withStatus("False").withLastTransitionTime(now.truncatedTo(ChronoUnit.SECONDS))
                            : condition);
        }
        return changed ? pod.withStatus(pod.status().withConditions(conditions)) : pod;
    }
}
