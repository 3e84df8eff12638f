package io.podium.runtime.simulated;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.runtime.ContainerSpec;
import io.podium.api.runtime.ContainerStats;
import io.podium.api.runtime.ContainerStatus;
import io.podium.api.runtime.ProbeAnswer;
import io.podium.api.runtime.RuntimeFailure;
import io.podium.api.runtime.SandboxSpec;
import io.podium.api.runtime.SandboxStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** The sandboxes of one runtime with their containers, and how those come to their ends: everything under one lock. */
final class SimulatedSandboxes {
    private static final Path NOWHERE = Path.of("simulated");

    private final Dispatcher dispatcher;
    private final Consumer<SimulatedContainer> changed;
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final Map<String, SimulatedSandbox> sandboxes = new LinkedHashMap<>();

    /**
     * None yet.
     *
     * @param dispatcher the runtime's scope
     * @param changed told of containers that start late or end by themselves, without the lock
     */
    SimulatedSandboxes(Dispatcher dispatcher, Consumer<SimulatedContainer> changed) {
        this.dispatcher = dispatcher;
        this.changed = changed;
    }

    void add(SimulatedSandbox sandbox) {
        lock.lock();
        try {
            sandboxes.put(sandbox.id, sandbox);
        } finally {
            lock.unlock();
        }
    }

    void stop(String id) {
        lock.lock();
        try {
            var sandbox = sandboxes.get(id);
            if (sandbox != null) {
                sandbox.ready = false;
                sandbox.containers.forEach(container -> stop(container, SimulatedBehavior.KILLED));
            }
        } finally {
            lock.unlock();
        }
    }

    void remove(String id) {
        stop(id);
        lock.lock();
        try {
            sandboxes.remove(id);
        } finally {
            lock.unlock();
        }
    }

    void clear() {
        lock.lock();
        try {
            sandboxes.clear();
        } finally {
            lock.unlock();
        }
    }

    List<SandboxStatus> statuses() {
        lock.lock();
        try {
            return sandboxes.values().stream().map(SimulatedSandbox::status).toList();
        } finally {
            lock.unlock();
        }
    }

    String ip(String id) {
        lock.lock();
        try {
            var sandbox = sandboxes.get(id);
            if (sandbox == null) {
                throw notFound("sandbox", id);
            }
            return sandbox.ip();
        } finally {
            lock.unlock();
        }
    }

    /** What is known of the pod of a sandbox in which a container is to be made. */
    SandboxSpec specOf(String id) {
        lock.lock();
        try {
            return ready(id).spec(NOWHERE);
        } finally {
            lock.unlock();
        }
    }

    ContainerStatus create(String sandboxId, ContainerSpec spec, SimulatedBehavior behavior) {
        lock.lock();
        try {
            var sandbox = ready(sandboxId);
            var id = sandboxId + "-" + Integer.toHexString(sandbox.made++);
            var container = new SimulatedContainer(id, sandbox, spec, behavior, dispatcher.now());
            sandbox.containers.add(container);
            return container.status();
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private SimulatedSandbox ready(String id) {
        var sandbox = sandboxes.get(id);
        if (sandbox == null) {
            throw notFound("sandbox", id);
        }
        if (!sandbox.ready) {
            throw new RuntimeFailure(
                    RuntimeFailure.Code.WRONG_STATE, "sandbox " + id + " is stopped; create another one");
        }
        return sandbox;
    }

    private static RuntimeFailure notFound(String noun, String id) {
        return new RuntimeFailure(RuntimeFailure.Code.NOT_FOUND, "no " + noun + " " + id);
    }

    void start(String containerId) {
        lock.lock();
        try {
            var container = find(containerId).orElseThrow(() -> notFound("container", containerId));
            if (!container.claim()) {
                throw new RuntimeFailure(
                        RuntimeFailure.Code.WRONG_STATE,
                        "container " + container.name() + " (" + containerId
                                + ") was started before; make another attempt of it");
            }
            if (!container.behavior.startFailure().isEmpty()) {
                container.end(128, "StartError", dispatcher.now());
                throw new RuntimeFailure(RuntimeFailure.Code.NO_SUCH_COMMAND, container.behavior.startFailure());
            }
            var delay = container.behavior.startDelay();
            if (delay.isZero()) {
                run(container);
            } else {
                container.timer = dispatcher.schedule("start " + container.name(), delay, () -> runLater(container));
            }
        } finally {
            lock.unlock();
        }
    }

    private void runLater(SimulatedContainer container) {
        lock.lock();
        try {
            if (container.hasEnded() || !container.sandbox.ready) {
                return;
            }
            run(container);
        } finally {
            lock.unlock();
        }
        changed.accept(container);
    }

    /** Runs it, and sees to its end, if it has one. */
    @GuardedBy("lock")
    private void run(SimulatedContainer container) {
        container.start(dispatcher.now());
        var ending = Ending.of(container.behavior, container.memoryLimit(), dispatcher.random("crash"));
        if (ending != null) {
            container.timer =
                    dispatcher.schedule("end of " + container.name(), ending.after(), () -> end(container, ending));
        }
    }

    private void end(SimulatedContainer container, Ending ending) {
        lock.lock();
        try {
            if (container.hasEnded()) {
                return;
            }
            container.timer = null;
            container.end(ending.exitCode(), ending.reason(), dispatcher.now());
        } finally {
            lock.unlock();
        }
        changed.accept(container);
    }

    @GuardedBy("lock")
    private void stop(SimulatedContainer container, int exitCode) {
        if (container.isRunning()) {
            container.end(exitCode, Ending.reason(exitCode), dispatcher.now());
        } else if (container.timer != null) {
            container.timer.cancel();
            container.timer = null;
        }
    }

    void stopContainer(String id, Duration grace) {
        lock.lock();
        try {
            find(id).filter(SimulatedContainer::isRunning)
                    .ifPresent(container -> stop(
                            container, grace.isZero() ? SimulatedBehavior.KILLED : container.behavior.stopExitCode()));
        } finally {
            lock.unlock();
        }
    }

    void removeContainer(String id) {
        lock.lock();
        try {
            find(id).ifPresent(container -> {
                stop(container, SimulatedBehavior.KILLED);
                container.sandbox.containers.remove(container);
            });
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private Optional<SimulatedContainer> find(String id) {
        int dash = id.lastIndexOf('-');
        var sandbox = dash < 0 ? null : sandboxes.get(id.substring(0, dash));
        if (sandbox != null) {
            for (var container : sandbox.containers) {
                if (container.id.equals(id)) {
                    return Optional.of(container);
                }
            }
        }
        return Optional.empty();
    }

    Optional<ContainerStatus> status(String containerId) {
        lock.lock();
        try {
            return find(containerId).map(SimulatedContainer::status);
        } finally {
            lock.unlock();
        }
    }

    /** How all containers are, oldest first. */
    List<ContainerStatus> containers() {
        lock.lock();
        try {
            var all = new ArrayList<SimulatedContainer>();
            sandboxes.values().forEach(sandbox -> all.addAll(sandbox.containers));
            all.sort(Comparator.comparing(SimulatedContainer::createdAt));
            return all.stream().map(SimulatedContainer::status).toList();
        } finally {
            lock.unlock();
        }
    }

    ProbeAnswer answer(String containerId, String probe) {
        lock.lock();
        try {
            return find(containerId)
                    .map(container -> container.answer(probe, dispatcher.now()))
                    .orElseGet(() -> ProbeAnswer.failed("container " + containerId + " is gone"));
        } finally {
            lock.unlock();
        }
    }

    Optional<ContainerStats> stats(String containerId) {
        lock.lock();
        try {
            return find(containerId)
                    .filter(SimulatedContainer::isRunning)
                    .map(container -> container.stats(dispatcher.now()));
        } finally {
            lock.unlock();
        }
    }
}
