package io.podium.runtime.simulated;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.meta.Quantity;
import io.podium.api.runtime.Capability;
import io.podium.api.runtime.ContainerRuntime;
import io.podium.api.runtime.ContainerSpec;
import io.podium.api.runtime.ContainerStats;
import io.podium.api.runtime.ContainerStatus;
import io.podium.api.runtime.Credentials;
import io.podium.api.runtime.ExecRequest;
import io.podium.api.runtime.ExecResult;
import io.podium.api.runtime.ExecSession;
import io.podium.api.runtime.Image;
import io.podium.api.runtime.Machine;
import io.podium.api.runtime.ProbeAnswer;
import io.podium.api.runtime.RuntimeEvent;
import io.podium.api.runtime.RuntimeFactory;
import io.podium.api.runtime.RuntimeFailure;
import io.podium.api.runtime.SandboxSpec;
import io.podium.api.runtime.SandboxStatus;
import io.podium.api.runtime.Subscription;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Runs containers that are not there, as a {@link SimulatedScript} says. No call blocks, and time passes only on the dispatcher's timers, so
 * it works in virtual time as well.
 *
 * <p>Every image is there, except those whose registry ends in {@code .invalid} (RFC 2606).
 */
public final class SimulatedRuntime implements ContainerRuntime {
    private static final Path NOWHERE = Path.of("simulated");
    private static final Set<Capability> CAPABILITIES = Collections.unmodifiableSet(EnumSet.of(
            Capability.INSTANT,
            Capability.KILL,
            Capability.MEMORY_LIMIT,
            Capability.CPU_LIMIT,
            Capability.USERS,
            Capability.POD_ADDRESS));

    /** A node as large as those that clusters are often made of. */
    private static final Machine MACHINE = new Machine(
            Map.of(
                    "cpu", Quantity.of(32),
                    "memory", Quantity.of("256Gi"),
                    "pods", Quantity.of(110),
                    "ephemeral-storage", Quantity.of("1Ti")),
            "linux",
            "amd64",
            "simulated",
            "Simulated",
            "simulated",
            "simulated",
            Map.of());

    private final Dispatcher dispatcher;
    private final SimulatedScript script;
    private final SimulatedNetwork network;
    private final SimulatedImages images = new SimulatedImages();
    private final List<Consumer<RuntimeEvent>> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final Map<String, SimulatedSandbox> sandboxes = new LinkedHashMap<>();

    private SimulatedRuntime(Dispatcher dispatcher, SimulatedScript script, SimulatedNetwork network) {
        this.dispatcher = dispatcher;
        this.script = script;
        this.network = network;
    }

    /**
     * Starts a runtime on which everything runs for ever.
     *
     * @param parent makes the runtime's scope, which {@link #close} closes
     * @return the runtime
     */
    public static SimulatedRuntime start(Dispatcher parent) {
        return start(parent, SimulatedScript.STEADY, new SimulatedNetwork());
    }

    /**
     * Starts a runtime.
     *
     * @param parent makes the runtime's scope, which {@link #close} closes
     * @param script what containers do
     * @param network gives pods their addresses; runtimes of one cluster share it
     * @return the runtime
     */
    public static SimulatedRuntime start(Dispatcher parent, SimulatedScript script, SimulatedNetwork network) {
        return new SimulatedRuntime(parent.child("simulated"), script, network);
    }

    /**
     * Starts the runtimes of the nodes of one cluster.
     *
     * @param script what containers do
     * @return a factory whose runtimes share a network
     */
    public static RuntimeFactory factory(SimulatedScript script) {
        var network = new SimulatedNetwork();
        return site -> start(site.dispatcher(), script, network);
    }

    @Override
    public String name() {
        return "simulated";
    }

    @Override
    public String version() {
        return "simulated://0.1.0";
    }

    @Override
    public Set<Capability> capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Optional<Image> image(String reference) {
        return images.find(reference);
    }

    @Override
    public Image pull(String reference, Credentials credentials) {
        return images.pull(reference);
    }

    @Override
    public List<Image> images() {
        return images.all();
    }

    @Override
    public SandboxStatus createSandbox(SandboxSpec spec) {
        int number = network.claim();
        var sandbox = new SimulatedSandbox(Integer.toHexString(number), spec, number, dispatcher.now());
        lock.lock();
        try {
            sandboxes.put(sandbox.id, sandbox);
        } finally {
            lock.unlock();
        }
        return sandbox.status();
    }

    @Override
    public void stopSandbox(String sandboxId) {
        lock.lock();
        try {
            var sandbox = sandboxes.get(sandboxId);
            if (sandbox != null) {
                sandbox.ready = false;
                sandbox.containers.forEach(container -> stop(container, SimulatedBehavior.KILLED));
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void removeSandbox(String sandboxId) {
        stopSandbox(sandboxId);
        lock.lock();
        try {
            sandboxes.remove(sandboxId);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<SandboxStatus> sandboxes() {
        lock.lock();
        try {
            return sandboxes.values().stream().map(SimulatedSandbox::status).toList();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Map<String, String> variables(String sandboxId, String container) {
        lock.lock();
        try {
            var sandbox = sandboxes.get(sandboxId);
            if (sandbox == null) {
                throw notFound("sandbox", sandboxId);
            }
            return Map.of("POD_IP", sandbox.ip());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public ContainerStatus createContainer(String sandboxId, ContainerSpec spec) {
        pull(spec.image(), Credentials.NONE);
        var behavior = script.of(specOf(sandboxId), spec);
        lock.lock();
        try {
            var sandbox = sandbox(sandboxId);
            var id = sandboxId + "-" + Integer.toHexString(sandbox.made++);
            var container = new SimulatedContainer(id, sandbox, spec, behavior, dispatcher.now());
            sandbox.containers.add(container);
            return container.status();
        } finally {
            lock.unlock();
        }
    }

    private SandboxSpec specOf(String sandboxId) {
        lock.lock();
        try {
            return sandbox(sandboxId).spec(NOWHERE);
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private SimulatedSandbox sandbox(String id) {
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

    @Override
    public void startContainer(String containerId) {
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
        publish(container);
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
        publish(container);
    }

    private void publish(SimulatedContainer container) {
        var event = new RuntimeEvent(container.sandbox.uid, container.id);
        listeners.forEach(listener -> listener.accept(event));
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

    @Override
    public void stopContainer(String containerId, String signal, Duration grace) {
        lock.lock();
        try {
            find(containerId)
                    .filter(SimulatedContainer::isRunning)
                    .ifPresent(container -> stop(
                            container, grace.isZero() ? SimulatedBehavior.KILLED : container.behavior.stopExitCode()));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void removeContainer(String containerId) {
        lock.lock();
        try {
            find(containerId).ifPresent(container -> {
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

    @Override
    public Optional<ContainerStatus> container(String containerId) {
        lock.lock();
        try {
            return find(containerId).map(SimulatedContainer::status);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<ContainerStatus> containers() {
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

    @Override
    public Subscription subscribe(Consumer<RuntimeEvent> listener) {
        Consumer<RuntimeEvent> own = event -> listener.accept(event); // so that a listener added twice is removed once
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    @Override
    public ExecResult exec(String containerId, List<String> command, Duration timeout) {
        throw noExec(containerId);
    }

    @Override
    public ExecSession openExec(String containerId, ExecRequest request) {
        throw noExec(containerId);
    }

    private static RuntimeFailure noExec(String containerId) {
        return new RuntimeFailure(
                RuntimeFailure.Code.UNSUPPORTED,
                "container " + containerId + ": no command can be run in it, because it is simulated; run the pod on a"
                        + " node with another runtime");
    }

    @Override
    public Optional<ProbeAnswer> answer(String containerId, String probe) {
        lock.lock();
        try {
            var found = find(containerId);
            if (found.isEmpty()) {
                return Optional.of(ProbeAnswer.failed("container " + containerId + " is gone"));
            }
            var container = found.get();
            if (container.behavior.isAlwaysWell()) {
                return Optional.of(ProbeAnswer.ALWAYS);
            }
            var stage = container.stage(dispatcher.now());
            boolean passes = probe.equals("Liveness") ? stage.live() : stage.ready();
            return Optional.of(passes ? ProbeAnswer.PASSED : ProbeAnswer.failed("simulated failure"));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<ContainerStats> stats(String containerId) {
        lock.lock();
        try {
            return find(containerId)
                    .filter(SimulatedContainer::isRunning)
                    .map(container -> container.stats(dispatcher.now()));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Machine machine() {
        return MACHINE;
    }

    /** Ends everything. */
    @Override
    public void close() {
        lock.lock();
        try {
            sandboxes.clear();
        } finally {
            lock.unlock();
        }
        dispatcher.close();
    }
}
