package io.podium.agent;

import io.podium.agent.ContainerSlot.Role;
import io.podium.api.core.Pod;
import io.podium.api.core.PodCondition;
import io.podium.api.core.PodConditionBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The conditions of a pod that its agent says; those of others stay as they are. */
final class PodConditions {
    private static final String SANDBOX = "PodReadyToStartContainers";
    private static final String INITIALIZED = "Initialized";
    private static final String READY = "Ready";
    private static final String CONTAINERS_READY = "ContainersReady";
    private static final String SCHEDULED = "PodScheduled";
    private static final Set<String> OWN =
            Set.of(SANDBOX, INITIALIZED, READY, CONTAINERS_READY, SCHEDULED); // asked only

    private final Pod pod;
    private final PodRun run;
    private final Site site;
    private final boolean over;
    private final Instant now;

    PodConditions(Pod pod, PodRun run, Site site, boolean over) {
        this.pod = pod;
        this.run = run;
        this.site = site;
        this.over = over;
        this.now = site.seconds();
    }

    /** What a condition says. */
    private record Finding(boolean holds, String reason, String message) {
        static final Finding TRUE = new Finding(true, "", "");
    }

    List<PodCondition> of(String phase) {
        var all = new ArrayList<PodCondition>(5);
        for (var condition : pod.status().conditions()) {
            if (!OWN.contains(condition.type())) {
                all.add(condition);
            }
        }
        var containers = containersReady(phase);
        all.add(condition(SANDBOX, new Finding(!over && run.isSandboxReady(), "", "")));
        all.add(condition(INITIALIZED, initialized(phase)));
        all.add(condition(READY, ready(containers)));
        all.add(condition(CONTAINERS_READY, containers));
        all.add(condition(SCHEDULED, Finding.TRUE));
        return shared(all);
    }

    /** The same list as another pod's, if they are alike: there may be a hundred thousand. */
    private List<PodCondition> shared(List<PodCondition> conditions) {
        var last = site.conditions().get();
        if (last.equals(conditions)) {
            return last;
        }
        var copy = List.copyOf(conditions);
        site.conditions().set(copy);
        return copy;
    }

    private PodCondition condition(String type, Finding finding) {
        var status = finding.holds() ? "True" : "False";
        var before = find(type);
        var held = before != null && before.status().equals(status) ? before.lastTransitionTime() : null;
        var since = held != null ? held : now;
        return new PodConditionBuilder()
                .type(type)
                .status(status)
                .observedGeneration(pod.metadata().generation())
                .lastTransitionTime(since)
                .reason(finding.reason())
                .message(finding.message())
                .build();
    }

    private @Nullable PodCondition find(String type) {
        for (var condition : pod.status().conditions()) {
            if (condition.type().equals(type)) {
                return condition;
            }
        }
        return null;
    }

    private Finding initialized(String phase) {
        if (phase.equals("Succeeded")) {
            return new Finding(true, "PodCompleted", "");
        }
        var incomplete = new ArrayList<String>(0);
        for (var slot : run.all()) {
            boolean isOpen =
                    slot.role == Role.INIT && !slot.isReady() || slot.role == Role.SIDECAR && !slot.hasStarted();
            if (isOpen) {
                incomplete.add(slot.name());
            }
        }
        return incomplete.isEmpty() || run.slots().isInitialized()
                ? Finding.TRUE
                : new Finding(
                        false, "ContainersNotInitialized", "containers with incomplete status: " + list(incomplete));
    }

    private Finding containersReady(String phase) {
        if (phase.equals("Succeeded")) {
            return new Finding(false, "PodCompleted", "");
        }
        if (phase.equals("Failed") && !isFailedOnlyByItsEnd()) {
            return new Finding(false, "PodFailed", "");
        }
        var unready = new ArrayList<String>(0);
        for (var slot : run.all()) {
            if ((slot.role == Role.MAIN || slot.role == Role.SIDECAR) && !slot.isReady()) {
                unready.add(slot.name());
            }
        }
        return unready.isEmpty()
                ? Finding.TRUE
                : new Finding(false, "ContainersNotReady", "containers with unready status: " + list(unready));
    }

    /** A pod that was deleted before it got to its containers: Failed is said of it only when it is over. */
    private boolean isFailedOnlyByItsEnd() {
        return over
                && run.verdict() == null
                && !run.slots().isInitialized()
                && !run.slots().isFinished();
    }

    private Finding ready(Finding containers) {
        if (!containers.holds()) {
            return containers;
        }
        var unmet = new ArrayList<String>(0);
        for (var gate : pod.spec().readinessGates()) {
            var condition = find(gate.conditionType());
            if (condition == null) {
                unmet.add("corresponding condition of pod readiness gate \"" + gate.conditionType()
                        + "\" does not exist.");
            } else if (!condition.status().equals("True")) {
                unmet.add("the status of pod readiness gate \"" + gate.conditionType() + "\" is not \"True\", but "
                        + condition.status());
            }
        }
        return unmet.isEmpty() ? Finding.TRUE : new Finding(false, "ReadinessGatesNotReady", String.join(", ", unmet));
    }

    private static String list(List<String> names) {
        return "[" + String.join(" ", names) + "]";
    }
}
