package io.podium.apiserver.rules;

import io.podium.api.scheduling.PriorityClass;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.List;

/** Priority classes: all but Kubernetes' own two stay below a limit, and the value of a class never changes. */
final class PriorityClassRules implements KindRules<PriorityClass> {
    private static final int MAX_VALUE = 1_000_000_000;
    private static final int CLUSTER_CRITICAL = 2_000_000_000;
    private static final int NODE_CRITICAL = 2_000_001_000;
    private static final List<String> POLICIES = List.of("Never", "PreemptLowerPriority");
    private static final Path NAME = Path.of("metadata").child("name");
    private static final Path VALUE = Path.of("value");
    private static final Path POLICY = Path.of("preemptionPolicy");

    @Override
    public boolean hasGeneration() {
        return true;
    }

    @Override
    public PriorityClass defaults(PriorityClass priority) {
        return priority.preemptionPolicy() == null ? priority.withPreemptionPolicy("PreemptLowerPriority") : priority;
    }

    @Override
    public void validateCreate(PriorityClass priority, Problems problems) {
        if (priority.name().startsWith("system-")) {
            checkSystem(priority, problems);
        } else if (priority.value() > MAX_VALUE) {
            problems.forbidden(VALUE, "maximum allowed value of a user defined priority is " + MAX_VALUE);
        }
        var policy = priority.preemptionPolicy();
        if (policy != null) {
            Checks.requiredOneOf(POLICY, policy, POLICIES, problems);
        }
    }

    @Override
    public void validateUpdate(PriorityClass updated, PriorityClass old, Problems problems) {
        if (updated.value() != old.value()) {
            problems.forbidden(VALUE, "may not be changed in an update.");
        }
        Checks.immutable(POLICY, updated.preemptionPolicy(), old.preemptionPolicy(), problems);
    }

    private static void checkSystem(PriorityClass priority, Problems problems) {
        boolean known = priority.name().equals("system-node-critical") && priority.value() == NODE_CRITICAL
                || priority.name().equals("system-cluster-critical") && priority.value() == CLUSTER_CRITICAL;
        if (!known || priority.globalDefault()) {
            problems.forbidden(NAME, "priority class names with 'system-' prefix are reserved for system use only");
        }
    }
}
