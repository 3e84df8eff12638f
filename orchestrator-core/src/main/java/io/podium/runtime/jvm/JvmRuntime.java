package io.podium.runtime.jvm;

import io.podium.api.dispatch.Dispatcher;
import io.podium.api.runtime.Capability;
import io.podium.api.runtime.ContainerFunction;
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
import io.podium.api.runtime.RuntimeEvent;
import io.podium.api.runtime.RuntimeFailure;
import io.podium.api.runtime.SandboxSpec;
import io.podium.api.runtime.SandboxStatus;
import io.podium.api.runtime.Subscription;
import io.podium.runtime.host.BlockingCalls;
import io.podium.runtime.host.HostContainer;
import io.podium.runtime.host.HostContainers;
import io.podium.runtime.host.HostMachine;
import io.podium.runtime.host.HostSandboxes;
import io.podium.runtime.host.RuntimeEvents;
import io.podium.runtime.logs.CriLogWriter;
import io.podium.runtime.logs.LogRotation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs containers as Java functions: the package's description says what a function has, and what cannot be done to it. */
public final class JvmRuntime implements ContainerRuntime {
    private static final Logger log = LoggerFactory.getLogger(JvmRuntime.class);
    private static final String HEX = "0123456789abcdef";
    private static final String NO_PROCESS = "a Java function is no process of its own";

    private final Dispatcher dispatcher;
    private final Map<String, ContainerFunction> functions;
    private final LogRotation logs;
    private final BlockingCalls calls;
    private final RuntimeEvents events;
    private final HostSandboxes sandboxes;
    private final HostContainers<FunctionContainer> containers;

    private JvmRuntime(Dispatcher dispatcher, Builder options) {
        this.dispatcher = dispatcher;
        functions = new ConcurrentSkipListMap<>(options.functions);
        logs = options.logs;
        calls = new BlockingCalls(dispatcher);
        events = new RuntimeEvents(dispatcher);
        sandboxes = new HostSandboxes(dispatcher, events);
        containers = new HostContainers<>(dispatcher, sandboxes, events);
    }

    /**
     * Begins a runtime.
     *
     * @return a builder without images
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Says which images there are, and starts the runtime. */
    public static final class Builder {
        private final Map<String, ContainerFunction> functions = new TreeMap<>();
        private LogRotation logs = LogRotation.DEFAULT;

        private Builder() {}

        /**
         * Adds an image.
         *
         * @param name its name as pods say it, for example {@code greeter:1}
         * @param function what its containers run
         * @return this builder
         */
        public Builder image(String name, ContainerFunction function) {
            functions.put(name, function);
            return this;
        }

        /**
         * Says when log files are set aside.
         *
         * @param rotation their size and number
         * @return this builder
         */
        public Builder logs(LogRotation rotation) {
            logs = rotation;
            return this;
        }

        /**
         * Starts the runtime.
         *
         * @param parent makes the runtime's scope, which {@link JvmRuntime#close} closes
         * @return the runtime
         */
        public JvmRuntime start(Dispatcher parent) {
            var id = parent.random("runtime").string(HEX, 12);
            return new JvmRuntime(parent.child("jvm-" + id), this);
        }
    }

    /**
     * Adds an image, or replaces one for containers that are started from now on.
     *
     * @param name its name as pods say it
     * @param function what its containers run
     */
    public void register(String name, ContainerFunction function) {
        functions.put(name, function);
    }

    @Override
    public String name() {
        return "jvm";
    }

    @Override
    public String version() {
        return "jvm://" + Runtime.version().feature();
    }

    @Override
    public Set<Capability> capabilities() {
        var all = EnumSet.of(Capability.LOG_FILES);
        if (sandboxes.ownAddresses()) {
            all.add(Capability.POD_ADDRESS);
        }
        return Collections.unmodifiableSet(all);
    }

    @Override
    public Optional<Image> image(String reference) {
        return functions.containsKey(reference) ? Optional.of(imageOf(reference)) : Optional.empty();
    }

    private static Image imageOf(String reference) {
        return new Image(reference, reference, 0);
    }

    @Override
    public Image pull(String reference, Credentials credentials) {
        return image(reference)
                .orElseThrow(() -> new RuntimeFailure(
                        RuntimeFailure.Code.NO_SUCH_IMAGE,
                        "image \"" + reference + "\": no Java function is registered under this name; registered are "
                                + functions.keySet() + "; register it, or correct the name"));
    }

    @Override
    public List<Image> images() {
        return functions.keySet().stream().map(JvmRuntime::imageOf).toList();
    }

    @Override
    public SandboxStatus createSandbox(SandboxSpec spec) {
        return sandboxes.create(newId(), spec).status();
    }

    @Override
    public void stopSandbox(String sandboxId) {
        containers.stopSandbox(sandboxId);
    }

    @Override
    public void removeSandbox(String sandboxId) {
        containers.removeSandbox(sandboxId);
    }

    @Override
    public List<SandboxStatus> sandboxes() {
        return sandboxes.statuses();
    }

    @Override
    public Map<String, String> variables(String sandboxId, String container) {
        return sandboxes.get(sandboxId).variables(container);
    }

    @Override
    public ContainerStatus createContainer(String sandboxId, ContainerSpec spec) {
        var sandbox = sandboxes.ready(sandboxId);
        pull(spec.image(), Credentials.NONE);
        requireNoUser(spec);
        calls.call("create container", () -> {
            sandbox.root(spec.name()).prepare(spec);
            return spec;
        });
        var ended = dispatcher.signal("end of " + spec.name());
        var container = new HostContainer(newId(), sandbox, spec, dispatcher.now(), ended);
        containers.add(new FunctionContainer(container, functionOf(spec), dispatcher, events));
        events.changed(container);
        return container.status();
    }

    private ContainerFunction functionOf(ContainerSpec spec) {
        var function = functions.get(spec.image());
        if (function == null) {
            throw new RuntimeFailure(RuntimeFailure.Code.NO_SUCH_IMAGE, "image \"" + spec.image() + "\" is gone");
        }
        return function;
    }

    private static void requireNoUser(ContainerSpec spec) {
        var user = spec.user();
        if (user != null) {
            throw new RuntimeFailure(
                    RuntimeFailure.Code.UNSUPPORTED,
                    "container " + spec.name() + ": a Java function cannot run as user " + user.uid()
                            + "; leave out runAsUser");
        }
    }

    @Override
    public void startContainer(String containerId) {
        containers.start(containerId, container -> {
            var path = container.container().spec().logPath();
            container.start(calls.call("open log", () -> new CriLogWriter(path, logs, dispatcher::now)));
        });
    }

    @Override
    public void stopContainer(String containerId, String signal, Duration grace) {
        containers.stop(containerId, signal, grace);
    }

    @Override
    public void removeContainer(String containerId) {
        containers.remove(containerId);
    }

    @Override
    public Optional<ContainerStatus> container(String containerId) {
        return containers.status(containerId);
    }

    @Override
    public List<ContainerStatus> containers() {
        return containers.statuses();
    }

    @Override
    public Subscription subscribe(Consumer<RuntimeEvent> listener) {
        return events.subscribe(listener);
    }

    @Override
    public ExecResult exec(String containerId, List<String> command, Duration timeout) {
        throw noExec(containerId);
    }

    @Override
    public ExecSession openExec(String containerId, ExecRequest request) {
        throw noExec(containerId);
    }

    private RuntimeFailure noExec(String containerId) {
        var container = containers.get(containerId).container();
        return new RuntimeFailure(
                RuntimeFailure.Code.UNSUPPORTED,
                "container " + container.spec().name() + ": no command can be run in it, because " + NO_PROCESS
                        + "; use an http or tcp probe, or run the pod on a node with the process runtime");
    }

    @Override
    public Optional<ContainerStats> stats(String containerId) {
        return Optional.empty();
    }

    @Override
    public Machine machine() {
        var unenforced =
                Map.of("cpu", NO_PROCESS, "memory", NO_PROCESS, "kill", NO_PROCESS, "readOnlyMounts", NO_PROCESS);
        return calls.call(
                "describe the machine",
                () -> HostMachine.describe(Path.of(System.getProperty("java.io.tmpdir")), unenforced));
    }

    private String newId() {
        return dispatcher.random("ids").string(HEX, 64);
    }

    /** Asks all functions to end and interrupts them; what goes on nevertheless is logged. */
    @Override
    public void close() {
        for (var sandbox : sandboxes.all()) {
            try {
                removeSandbox(sandbox.id());
            } catch (RuntimeFailure e) {
                log.atWarn().setCause(e).log("A function goes on after its runtime was closed");
                sandboxes.stop(sandbox);
            }
        }
        dispatcher.close();
    }
}
