package io.podium.runtime.simulated;

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
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Runs containers that are not there, as a {@link SimulatedScript} says. No call blocks, and time passes only on the dispatcher's timers, so
 * it works in virtual time as well.
 *
 * <p>Every image is there, except those whose registry ends in {@code .invalid} (RFC 2606).
 */
public final class SimulatedRuntime implements ContainerRuntime {
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
    private final SimulatedSandboxes sandboxes;

    private SimulatedRuntime(Dispatcher dispatcher, SimulatedScript script, SimulatedNetwork network) {
        this.dispatcher = dispatcher;
        this.script = script;
        this.network = network;
        this.sandboxes = new SimulatedSandboxes(dispatcher, this::publish);
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
        sandboxes.add(sandbox);
        return sandbox.status();
    }

    @Override
    public void stopSandbox(String sandboxId) {
        sandboxes.stop(sandboxId);
    }

    @Override
    public void removeSandbox(String sandboxId) {
        sandboxes.remove(sandboxId);
    }

    @Override
    public List<SandboxStatus> sandboxes() {
        return sandboxes.statuses();
    }

    @Override
    public Map<String, String> variables(String sandboxId, String container) {
        return Map.of("POD_IP", sandboxes.ip(sandboxId));
    }

    @Override
    public ContainerStatus createContainer(String sandboxId, ContainerSpec spec) {
        pull(spec.image(), Credentials.NONE);
        var behavior = script.of(sandboxes.specOf(sandboxId), spec);
        return sandboxes.create(sandboxId, spec, behavior);
    }

    @Override
    public void startContainer(String containerId) {
        sandboxes.start(containerId);
    }

    @Override
    public void stopContainer(String containerId, String signal, Duration grace) {
        sandboxes.stopContainer(containerId, grace);
    }

    @Override
    public void removeContainer(String containerId) {
        sandboxes.removeContainer(containerId);
    }

    @Override
    public Optional<ContainerStatus> container(String containerId) {
        return sandboxes.status(containerId);
    }

    @Override
    public List<ContainerStatus> containers() {
        return sandboxes.containers();
    }

    private void publish(SimulatedContainer container) {
        var event = new RuntimeEvent(container.sandbox.uid, container.id);
        listeners.forEach(listener -> listener.accept(event));
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
        return Optional.of(sandboxes.answer(containerId, probe));
    }

    @Override
    public Optional<ContainerStats> stats(String containerId) {
        return sandboxes.stats(containerId);
    }

    @Override
    public Machine machine() {
        return MACHINE;
    }

    /** Ends everything. */
    @Override
    public void close() {
        sandboxes.clear();
        dispatcher.close();
    }
}
