package io.podium.agent;

import io.podium.agent.ContainerSlot.Role;
import io.podium.api.core.Container;
import io.podium.api.core.Pod;
import io.podium.api.core.PodStatus;
import io.podium.api.runtime.ContainerStatus;
import io.podium.dispatch.Nanos;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The containers of one pod, and in which order they start and stop: init containers one after another, sidecars among them, then the
 * others; the others stop first, then the sidecars in reverse. Used by the pod's worker only.
 */
final class ContainerSlots {
    private final PodWorker worker;
    private final ArrayList<ContainerSlot> slots;

    ContainerSlots(PodWorker worker) {
        this.worker = worker;
        var spec = worker.pod().spec();
        this.slots =
                new ArrayList<>(spec.initContainers().size() + spec.containers().size());
        spec.initContainers().forEach(each -> slots.add(new ContainerSlot(roleOfInit(each), each)));
        spec.containers().forEach(each -> slots.add(new ContainerSlot(Role.MAIN, each)));
    }

    private static Role roleOfInit(Container container) {
        return "Always".equals(container.restartPolicy()) ? Role.SIDECAR : Role.INIT;
    }

    List<ContainerSlot> all() {
        return slots;
    }

    /** When containers that ended are started again, by default always. */
    String restartPolicy() {
        var policy = worker.pod().spec().restartPolicy();
        return policy.isEmpty() ? "Always" : policy;
    }

    /** Takes over what has changed of the pod's spec. */
    void update(Pod pod) {
        int index = 0;
        for (var each : pod.spec().initContainers()) {
            slots.get(index++).container(each);
        }
        for (var each : pod.spec().containers()) {
            slots.get(index++).container(each);
        }
        for (var each : pod.spec().ephemeralContainers()) {
            if (index == slots.size()) {
                slots.add(new ContainerSlot(Role.EPHEMERAL, each.asContainer()));
            }
            index++;
        }
    }

    /** Takes over from a status what an earlier agent knew: a container that it ran is lost unless it is adopted. */
    void recall(PodStatus status) {
        update(worker.pod());
        for (var slot : slots) {
            for (var said : statuses(slot, status)) {
                if (said.name().equals(slot.name())) {
                    recall(slot, said);
                }
            }
        }
    }

    static List<io.podium.api.core.ContainerStatus> statuses(ContainerSlot slot, PodStatus status) {
        return switch (slot.role) {
            case INIT, SIDECAR -> status.initContainerStatuses();
            case MAIN -> status.containerStatuses();
            case EPHEMERAL -> status.ephemeralContainerStatuses();
        };
    }

    private static void recall(ContainerSlot slot, io.podium.api.core.ContainerStatus said) {
        slot.restarts = said.restartCount();
        slot.before = said.lastState().terminated();
        var scheme = said.containerID().indexOf("://");
        if (scheme < 0) {
            return;
        }
        slot.id = said.containerID().substring(scheme + 3);
        slot.ended = said.state().terminated();
        if (said.state().waiting() != null) {
            slot.ended = slot.before;
        }
    }

    /** Takes over the newest attempt of each container. */
    void adopt(List<ContainerStatus> found) {
        for (var slot : slots) {
            for (var container : found) {
                if (container.name().equals(slot.name()) && container.attempt() >= slot.restarts) {
                    slot.restarts = container.attempt();
                    slot.id = container.id();
                    slot.seen = container;
                    slot.ended = null;
                }
            }
        }
    }

    /** Looks at what the runtime has; returns whether a container has ended by itself that will be started again. */
    boolean observe() {
        boolean news = false;
        for (var slot : slots) {
            boolean wasAlive = slot.isAlive();
            observe(slot);
            news |= wasAlive && slot.ended != null && !slot.restartedAtOnce && isRestarted(slot);
        }
        return news;
    }

    private void observe(ContainerSlot slot) {
        var id = slot.id;
        if (id == null || slot.ended != null) {
            return;
        }
        var found = worker.site().runtime().container(id);
        if (found.isEmpty()) {
            new ContainerEnd(worker).lost(slot);
            return;
        }
        slot.seen = found.get();
        if (found.get().state() == ContainerStatus.State.EXITED) {
            new ContainerEnd(worker).take(slot, found.get());
        } else if (slot.isRunning() && !slot.starting && slot.probes == null && slot.hasProbes()) {
            slot.probes = ContainerProbes.start(worker, slot);
        }
    }

    /** Whether all has ended that the pod is for. */
    boolean isFinished() {
        boolean finished = true;
        for (var slot : slots) {
            if (slot.role == Role.INIT && slot.ended != null && slot.ended.exitCode() != 0 && !isRestarted(slot)) {
                return true;
            }
            finished &= slot.role != Role.MAIN || slot.hasEnded() && !isRestarted(slot);
        }
        return finished;
    }

    /** Whether a container that has ended, or failed to start, is started again. */
    boolean isRestarted(ContainerSlot slot) {
        var ended = slot.ended;
        if (ended == null) {
            return slot.role != Role.EPHEMERAL || slot.id == null;
        }
        return switch (slot.role) {
            case MAIN ->
                slot.restartedAtOnce
                        || restartPolicy().equals("Always")
                        || restartPolicy().equals("OnFailure") && ended.exitCode() != 0;
            case INIT -> ended.exitCode() != 0 && !restartPolicy().equals("Never");
            case SIDECAR -> true;
            case EPHEMERAL -> false;
        };
    }

    /**
     * Whether a container that has ended is said to wait for its next start, and not to have ended: as in Kubernetes, not a sidecar that ended
     * well or whose pod's policy is Never, though it is started again, and nothing of a pod that is being deleted.
     */
    boolean isShownWaiting(ContainerSlot slot) {
        var ended = slot.ended;
        if (ended == null
                || slot.trouble == null
                || !isRestarted(slot)
                || worker.pod().isTerminating()) {
            return false;
        }
        return slot.role != Role.SIDECAR
                || ended.exitCode() != 0 && !restartPolicy().equals("Never");
    }

    /** Starts what is next. */
    void advance() {
        slots.forEach(this::restartIfRedefined);
        for (var slot : slots) {
            if (slot.role == Role.EPHEMERAL && slot.id == null) {
                begin(slot);
            }
        }
        if (!initialize()) {
            return;
        }
        for (var slot : slots) {
            if (slot.role == Role.MAIN && !slot.isAlive() && isRestarted(slot)) {
                begin(slot);
            }
            if (slot.starting) {
                return; // a hook holds up the containers after it
            }
        }
    }

    private boolean initialize() {
        boolean initialized = isInitialized();
        for (var slot : slots) {
            if (slot.role == Role.SIDECAR) {
                if (!slot.isAlive()) {
                    begin(slot);
                }
                if (!slot.hasStarted() && !initialized) {
                    return false;
                }
            } else if (slot.role == Role.INIT && !initialized && !slot.isReady()) {
                if (!slot.isAlive() && isRestarted(slot)) {
                    begin(slot);
                }
                if (!slot.isReady()) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether the pod has got as far as its main containers. */
    boolean isInitialized() {
        for (var slot : slots) {
            if (slot.role == Role.MAIN && slot.id != null) {
                return true;
            }
        }
        return false;
    }

    private void begin(ContainerSlot slot) {
        new ContainerStart(worker).start(slot);
        observe(slot);
    }

    private void restartIfRedefined(ContainerSlot slot) {
        var seen = slot.seen;
        if (seen == null || slot.ended != null || slot.stopping || slot.role == Role.EPHEMERAL) {
            return;
        }
        var hash = seen.labels().get(RuntimeLabels.HASH);
        if (hash != null && !hash.equals(RuntimeLabels.hash(slot.container()))) {
            stopToRestart(slot, "Container " + slot.name() + " definition changed, will be restarted", null);
        }
    }

    /** A probe has found a container out of order. */
    void unhealthy(ContainerSlot slot, String probe, @Nullable Long graceSeconds) {
        if (!slot.isRunning() || slot.stopping || slot.ended != null) {
            return;
        }
        var failed = slot.name() + " failed " + probe + " probe";
        if (slot.role == Role.SIDECAR) { // it is started again whatever the pod's policy is, so nothing is said of that
            stopToRestart(slot, "Init container " + failed, graceSeconds);
        } else {
            boolean ends = restartPolicy().equals("Never");
            stopToRestart(slot, "Container " + failed + (ends ? "" : ", will be restarted"), graceSeconds);
            slot.restartedAtOnce = !ends;
        }
    }

    private void stopToRestart(ContainerSlot slot, String message, @Nullable Long graceSeconds) {
        worker.site().events().record(worker.pod(), slot.field(), "Normal", "Killing", message);
        slot.farewellTold = true;
        slot.restartedAtOnce = true;
        slot.stopProbes();
        var grace = graceSeconds == null ? worker.run().grace() : Duration.ofSeconds(graceSeconds);
        new ContainerStop(worker).stop(slot, worker.site().dispatcher().nanos() + Nanos.ofDelay(grace));
    }

    /** Stops what has been started although its hook failed. */
    void stopAfterFailedHook(ContainerSlot slot) {
        worker.site().events().record(worker.pod(), slot.field(), "Normal", "Killing", "FailedPostStartHook");
        slot.farewellTold = true;
        new ContainerStop(worker)
                .stop(
                        slot,
                        worker.site().dispatcher().nanos()
                                + Nanos.ofDelay(worker.run().grace()));
    }

    /** Stops everything; true when nothing is at work any more. */
    boolean stop(long due) {
        boolean mainsAtWork = false;
        for (var slot : slots) {
            slot.stopProbesForGood();
            if (slot.isRunning() && slot.ended == null && !slot.farewellTold) {
                slot.farewellTold = true;
                worker.site()
                        .events()
                        .record(worker.pod(), slot.field(), "Normal", "Killing", "Stopping container " + slot.name());
            }
            if (slot.role != Role.SIDECAR) {
                mainsAtWork |= isAtWorkAfterAsking(slot, due);
            }
        }
        boolean isTimeUp = due - worker.site().dispatcher().nanos() <= 0;
        boolean laterAtWork = mainsAtWork;
        for (int i = slots.size() - 1; i >= 0; i--) {
            var slot = slots.get(i);
            if (slot.role == Role.SIDECAR && (!laterAtWork || isTimeUp)) {
                laterAtWork |= isAtWorkAfterAsking(slot, due);
            } else if (slot.role == Role.SIDECAR) {
                laterAtWork |= slot.isRunning() && slot.ended == null;
            }
        }
        return !laterAtWork;
    }

    private boolean isAtWorkAfterAsking(ContainerSlot slot, long due) {
        if (!slot.isRunning() || slot.ended != null) {
            return false;
        }
        new ContainerStop(worker).stop(slot, due);
        observe(slot);
        return slot.ended == null;
    }
}
