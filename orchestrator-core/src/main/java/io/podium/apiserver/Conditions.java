package io.podium.apiserver;

import io.podium.api.core.PodCondition;
import io.podium.api.core.PodStatus;
import java.util.ArrayList;

/** The conditions of a pod's status. */
final class Conditions {
    private Conditions() {}

    /** The status with a condition in the place of the one of its type. */
    static PodStatus with(PodStatus status, PodCondition condition) {
        var conditions = new ArrayList<PodCondition>(status.conditions().size() + 1);
        boolean replaced = false;
        for (var present : status.conditions()) {
            boolean same = present.type().equals(condition.type());
            conditions.add(same ? condition : present);
            replaced |= same;
        }
        if (!replaced) {
            conditions.add(condition);
        }
        return status.withConditions(conditions);
    }
}
