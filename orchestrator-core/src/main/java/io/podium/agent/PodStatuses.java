package io.podium.agent;

import io.podium.agent.ContainerSlot.Role;
import io.podium.api.core.ContainerState;
import io.podium.api.core.ContainerStateBuilder;
import io.podium.api.core.ContainerStateTerminatedBuilder;
import io.podium.api.core.ContainerStatus;
import io.podium.api.core.ContainerStatusBuilder;
import io.podium.api.core.Pod;
import io.podium.api.core.PodIPBuilder;
import io.podium.api.core.PodStatus;
import io.podium.api.core.VolumeMountStatus;
import io.podium.api.core.VolumeMountStatusBuilder;
import io.podium.api.meta.Sorted;
import io.podium.api.meta.Times;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says how a pod is, as Kubernetes says it. A function of what the pod's worker knows and the status before. */
final class PodStatuses {
    private final Pod pod;
    private final PodRun run;
    private final Site site;
    private final boolean over;

    private PodStatuses(Pod pod, PodRun run, Site site, boolean over) {
        this.pod = pod;
        this.run = run;
        this.site = site;
        this.over = over;
    }

    /** The status of a pod; {@code over} says that nothing of it is at work any more, nor will be. */
    static PodStatus of(Pod pod, PodRun run, Site site, boolean over) {
        return new PodStatuses(pod, run, site, over).build();
    }

    static String containerId(Site site, String id) {
        return site.runtime().name() + "://" + id;
    }

    private PodStatus build() {
        var before = pod.status();
        var inits = statuses(Role.INIT, Role.SIDECAR);
        var mains = statuses(Role.MAIN, Role.MAIN);
        var phase = PodPhase.of(pod, run, over);
        var host = site.settings().address();
        var ip = pod.spec().hostNetwork() ? host : run.ip();
        var verdict = run.verdict();
        var shown = shownPhase(phase);
        var builder = before.toBuilder()
                .observedGeneration(pod.metadata().generation())
                .phase(shown)
                .conditions(new PodConditions(pod, run, site, over).of(phase))
                .hostIP(host)
                .hostIPs(site.hostIps())
                .startTime(run.startTime())
                .initContainerStatuses(inits)
                .containerStatuses(mains)
                .ephemeralContainerStatuses(statuses(Role.EPHEMERAL, Role.EPHEMERAL));
        if (!ip.isEmpty()) {
            builder.podIP(ip).podIPs(List.of(new PodIPBuilder().ip(ip).build()));
        }
        if (verdict != null && over) {
            builder.reason(verdict.reason()).message(verdict.message());
        }
        return builder.build();
    }

    /** A phase in which all has ended is not told before nothing is at work any more. */
    private String shownPhase(String phase) {
        boolean isLast = phase.equals("Succeeded") || phase.equals("Failed");
        if (!isLast || over) {
            return phase;
        }
        var before = pod.status().phase();
        return before.isEmpty() ? "Pending" : before;
    }

    private List<ContainerStatus> statuses(Role one, Role other) {
        var statuses = new ArrayList<ContainerStatus>(1);
        for (var slot : run.all()) {
            if (slot.role == one || slot.role == other) {
                statuses.add(status(slot));
            }
        }
        return statuses;
    }

    private ContainerStatus status(ContainerSlot slot) {
        var container = slot.container();
        var builder = begin(slot)
                .name(slot.name())
                .image(container.image())
                .restartCount(slot.restarts)
                .ready(slot.isReady())
                .started(started(slot));
        var seen = slot.seen;
        builder.volumeMounts(mounts(slot));
        if (seen != null) {
            builder.imageID(seen.imageId()).containerID(containerId(site, seen.id()));
            if (hasRun(slot)) {
                var resources = container.resources();
                builder.resources(resources.claims().isEmpty() ? resources : resources.withClaims(List.of()));
                builder.allocatedResources(resources.requests().isEmpty() ? Sorted.empty() : resources.requests());
            }
        }
        return state(builder, slot).build();
    }

    /** What is known from the status only, because an earlier agent ran it, stays. */
    private ContainerStatusBuilder begin(ContainerSlot slot) {
        if (slot.seen == null && slot.id != null) {
            for (var said : ContainerSlots.statuses(slot, pod.status())) {
                if (said.name().equals(slot.name())) {
                    return said.toBuilder();
                }
            }
        }
        return new ContainerStatusBuilder();
    }

    private static boolean hasRun(ContainerSlot slot) {
        return slot.isRunning() || slot.ended != null;
    }

    private static @Nullable Boolean started(ContainerSlot slot) {
        if (slot.role == Role.EPHEMERAL) {
            return null;
        }
        return slot.ended == null && slot.hasStarted();
    }

    private ContainerStatusBuilder state(ContainerStatusBuilder builder, ContainerSlot slot) {
        var ended = slot.ended;
        var last = slot.before;
        if (ended != null) {
            if (!over && run.slots().isShownWaiting(slot)) {
                return builder.state(waiting(slot)).lastState(terminated(ended));
            }
            return builder.state(terminated(ended)).lastState(terminated(last));
        }
        if (over && mustBeLost(slot)) {
            return builder.state(new ContainerStateBuilder()
                            .terminated(new ContainerStateTerminatedBuilder()
                                    .exitCode(137)
                                    .reason("ContainerStatusUnknown")
                                    .message("The container could not be located when the pod was terminated")
                                    .startedAt(null)
                                    .finishedAt(null)
                                    .build())
                            .build())
                    .lastState(terminated(last));
        }
        var seen = slot.seen;
        if (slot.isRunning() && !slot.starting && seen != null) {
            var since = seen.startedAt() == null ? seen.createdAt() : seen.startedAt();
            return builder.state(new ContainerStateBuilder()
                            .running(running -> running.startedAt(Times.toSeconds(since)))
                            .build())
                    .lastState(terminated(last));
        }
        return builder.state(waiting(slot)).lastState(terminated(last));
    }

    /** A container that the pod had got to, and that never ran. */
    private boolean mustBeLost(ContainerSlot slot) {
        if (slot.role != Role.MAIN) {
            return false;
        }
        for (var other : run.all()) {
            if (other.role == Role.INIT && !other.isReady()) {
                return false;
            }
        }
        return true;
    }

    private ContainerState waiting(ContainerSlot slot) {
        var trouble = slot.trouble;
        var reason = trouble != null ? trouble.reason() : defaultReason();
        var message = trouble != null ? trouble.message() : "";
        return new ContainerStateBuilder()
                .waiting(waiting -> waiting.reason(reason).message(message))
                .build();
    }

    private String defaultReason() {
        return pod.spec().initContainers().isEmpty() ? "ContainerCreating" : "PodInitializing";
    }

    private static ContainerState terminated(io.podium.api.core.@Nullable ContainerStateTerminated how) {
        var builder = new ContainerStateBuilder();
        return how == null ? builder.build() : builder.terminated(how).build();
    }

    private static List<VolumeMountStatus> mounts(ContainerSlot slot) {
        if (slot.container().volumeMounts().isEmpty()) {
            return List.of();
        }
        var mounts = new ArrayList<VolumeMountStatus>();
        for (var mount : slot.container().volumeMounts()) {
            var builder = new VolumeMountStatusBuilder()
                    .name(mount.name())
                    .mountPath(mount.mountPath())
                    .readOnly(mount.readOnly());
            if (mount.readOnly()) {
                builder.recursiveReadOnly("Disabled");
            }
            mounts.add(builder.build());
        }
        return mounts;
    }
}
