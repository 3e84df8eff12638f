package io.podium.scheduler;

import io.podium.api.core.PodCondition;
import io.podium.api.core.PodConditionBuilder;
import io.podium.api.core.PodStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;

/** The condition of a pod that fits nowhere. */
final class Unschedulable {
    private static final String SCHEDULED = "PodScheduled";

    private Unschedulable() {}

    /** The status with the condition that says why; unchanged if it says so already. */
    static PodStatus told(PodStatus status, String why, Instant now) {
        var old = status.conditions().stream()
                .filter(condition -> condition.type().equals(SCHEDULED))
                .findFirst();
        if (old.filter(condition -> condition.status().equals("False")
                        && condition.message().equals(why))
                .isPresent()) {
            return status;
        }
        var since = old.filter(condition -> condition.status().equals("False"))
                .map(PodCondition::lastTransitionTime)
                .orElse(now.truncatedTo(ChronoUnit.SECONDS));
        var conditions = new ArrayList<>(status.conditions().stream()
                .filter(condition -> !condition.type().equals(SCHEDULED))
                .toList());
        conditions.add(new PodConditionBuilder()
                .type(SCHEDULED)
                .status("False")
                .reason("Unschedulable")
                .message(why)
                .lastTransitionTime(since)
                .build());
        return status.withConditions(conditions);
    }
}
