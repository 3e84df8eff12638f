package io.podium.agent;

import io.podium.api.core.Probe;
import io.podium.api.dispatch.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The probes of one attempt of a container. The startup probe comes first and holds up the others; what they find goes to the pod's worker.
 *
 * <p>Before a startup probe, or a readiness probe by HTTP or TCP, is due for the first time, the container is asked now and then whether it is
 * ready already; what fails then does not count. So a pod need not wait for the end of a period to be ready.
 */
final class ContainerProbes {
    private static final Duration FIRST_EARLY = Duration.ofMillis(50);
    private static final Duration FIRST_READINESS = Duration.ofMillis(200);
    private static final Duration FIRST_LIVENESS = Duration.ofSeconds(1);
    private static final Duration FIRST_STARTUP = Duration.ofMillis(1500);

    private final PodWorker worker;
    private final ContainerSlot slot;
    private final String containerId;
    private final @Nullable ProbeRun startup;
    private final @Nullable ProbeRun liveness;
    private final @Nullable ProbeRun readiness;
    private final List<Task> tasks = new ArrayList<>(2);
    private volatile @Nullable Task startupTask;
    private volatile boolean frozen;
    private volatile boolean closed;

    private ContainerProbes(PodWorker worker, ContainerSlot slot, String containerId) {
        this.worker = worker;
        this.slot = slot;
        this.containerId = containerId;
        var container = slot.container();
        startup = run(container.startupProbe(), "Startup");
        liveness = run(container.livenessProbe(), "Liveness");
        readiness = run(container.readinessProbe(), "Readiness");
    }

    private @Nullable ProbeRun run(@Nullable Probe probe, String name) {
        return probe == null ? null : new ProbeRun(worker, slot, containerId, probe, name, () -> closed);
    }

    static ContainerProbes start(PodWorker worker, ContainerSlot slot) {
        var id = slot.id;
        var probes = new ContainerProbes(worker, slot, id == null ? "" : id);
        probes.schedule(probes.startup);
        probes.schedule(probes.liveness);
        probes.schedule(probes.readiness);
        return probes;
    }

    boolean hasStarted() {
        return startup == null || startup.passed();
    }

    boolean isReady() {
        return readiness == null || readiness.passed();
    }

    private void schedule(@Nullable ProbeRun run) {
        if (run == null || run.isAlwaysPassed()) {
            return;
        }
        var dispatcher = worker.site().dispatcher();
        var delay = Duration.ofSeconds(run.probe().initialDelaySeconds());
        boolean isEarly = delay.isZero() && (run == startup || run == readiness && run.isByNetwork());
        if (isEarly) {
            askEarly(run, FIRST_EARLY);
        }
        var first = delay.isZero() ? first(run) : delay;
        var task = dispatcher.every(
                run.name() + " probe of " + slot.name(), first, run.period(), () -> attempt(run, true));
        tasks.add(task);
        if (run == startup) {
            startupTask = task;
        }
    }

    /** When a probe without a delay is first due; about when a kubelet gets to it. */
    private Duration first(ProbeRun run) {
        if (run == startup) {
            return FIRST_STARTUP;
        }
        return run == liveness ? FIRST_LIVENESS : run.isByNetwork() ? run.period() : FIRST_READINESS;
    }

    private void askEarly(ProbeRun run, Duration delay) {
        if (delay.compareTo(first(run)) < 0) {
            worker.site().dispatcher().standby("early probe of " + slot.name(), delay, () -> {
                if (!attempt(run, false) && !frozen) {
                    askEarly(run, delay.multipliedBy(2));
                }
            });
        }
    }

    /** Returns whether it passed. */
    private boolean attempt(ProbeRun run, boolean counts) {
        if (frozen && run != readiness || closed || run != startup && !hasStarted()) {
            return false;
        }
        if (run == startup && run.passed()) {
            endStartup();
            return false;
        }
        boolean passed = run.attempt(counts);
        if (run == startup && passed && readiness != null && readiness.hasNoAnswer()) {
            attempt(readiness, false);
        }
        return passed;
    }

    /** A container starts once: its startup probe is not asked again. */
    private void endStartup() {
        var task = startupTask;
        if (task != null) {
            task.cancel();
        }
    }

    /** Only readiness is still asked for. */
    void freeze() {
        frozen = true;
    }

    void close() {
        closed = true;
        frozen = true;
        tasks.forEach(Task::cancel);
    }
}
