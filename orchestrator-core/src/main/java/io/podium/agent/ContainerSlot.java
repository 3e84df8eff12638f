package io.podium.agent;

import io.podium.api.core.Container;
import io.podium.api.core.ContainerStateTerminated;
import io.podium.api.core.Probe;
import io.podium.api.runtime.ContainerStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One container of a pod: what it is, its newest attempt, and what became of the one before. Used by its pod's worker only. */
final class ContainerSlot {
    enum Role {
        /** Runs to its end before the next one starts. */
        INIT("spec.initContainers"),
        /** Starts in its turn among the init containers, and goes on. */
        SIDECAR("spec.initContainers"),
        /** What the pod is for. */
        MAIN("spec.containers"),
        /** Was added to look at the others. */
        EPHEMERAL("spec.ephemeralContainers");

        private final String field;

        Role(String field) {
            this.field = field;
        }
    }

    final Role role;
    private Container container;

    @Nullable
    String id;

    int restarts;

    @Nullable
    ContainerStatus seen;

    @Nullable
    ContainerStateTerminated ended;

    /** When it ended, to the moment: the status says whole seconds. */
    @Nullable
    Instant endedAt;

    @Nullable
    ContainerStateTerminated before;

    @Nullable
    Trouble trouble;

    @Nullable
    RestartBackoff restartBackoff;

    @Nullable
    ImagePull pull;

    @Nullable
    ContainerProbes probes;
    /** Its postStart hook has not ended yet. */
    boolean starting;
    /** Its stop is under way, to end at this time of {@code Dispatcher.nanos}. */
    boolean stopping;

    long stopDue;
    /** It is stopped in order to be started again at once, however it ends and whatever the pod's policy says of that. */
    boolean restartedAtOnce;

    boolean farewellTold;
    /** The failure after which the next start was let through. */
    @Nullable
    Instant forgiven;

    ContainerSlot(Role role, Container container) {
        this.role = role;
        this.container = container;
    }

    Container container() {
        return container;
    }

    void container(Container changed) {
        container = changed;
    }

    String name() {
        return container.name();
    }

    /** The field of the pod that Events of this container name. */
    String field() {
        return role.field + "{" + name() + "}";
    }

    boolean isRunning() {
        return seen != null && seen.state() == ContainerStatus.State.RUNNING;
    }

    boolean hasEnded() {
        return ended != null;
    }

    /** Whether something of it is, or may yet be, at work. */
    boolean isAlive() {
        return id != null && ended == null;
    }

    /** Whether it runs, its hook is done, and it has passed its startup probe. */
    boolean hasStarted() {
        return isRunning() && !starting && (container.startupProbe() == null || probes != null && probes.hasStarted());
    }

    boolean isReady() {
        return switch (role) {
            case INIT -> ended != null && ended.exitCode() == 0;
            case SIDECAR, MAIN ->
                hasStarted() && (container.readinessProbe() == null || probes != null && probes.isReady());
            case EPHEMERAL -> false;
        };
    }

    boolean hasProbes() {
        return isAny(container.startupProbe()) || isAny(container.livenessProbe()) || isAny(container.readinessProbe());
    }

    private static boolean isAny(@Nullable Probe probe) {
        return probe != null;
    }

    /** When this attempt ended, or else the one before. */
    @Nullable
    Instant lastEnd() {
        if (ended != null && !restartedAtOnce) {
            return endedAt == null ? ended.finishedAt() : endedAt;
        }
        return before == null ? null : before.finishedAt();
    }

    /** A new attempt was made. */
    void begin(ContainerStatus created) {
        if (id != null) {
            restarts++;
            before = ended;
        }
        id = created.id();
        seen = created;
        ended = null;
        endedAt = null;
        stopping = false;
        farewellTold = false;
        forgiven = null;
        restartedAtOnce = false;
        stopProbes();
    }

    /** The pod is ending: it is no longer asked whether it lives; whether it is ready is left as it is. */
    void stopProbesForGood() {
        if (probes != null) {
            probes.freeze();
        }
    }

    void stopProbes() {
        if (probes != null) {
            probes.close();
            probes = null;
        }
    }
}
