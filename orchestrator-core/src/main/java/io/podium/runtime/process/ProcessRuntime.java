package io.podium.runtime.process;

import io.podium.api.dispatch.Dispatcher;
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
import io.podium.api.runtime.RuntimeEvent;
import io.podium.api.runtime.RuntimeFailure;
import io.podium.api.runtime.SandboxSpec;
import io.podium.api.runtime.SandboxStatus;
import io.podium.api.runtime.Subscription;
import io.podium.runtime.host.BlockingCalls;
import io.podium.runtime.host.HostContainer;
import io.podium.runtime.host.HostContainers;
import io.podium.runtime.host.HostMachine;
import io.podium.runtime.host.HostSandbox;
import io.podium.runtime.host.HostSandboxes;
import io.podium.runtime.host.RuntimeEvents;
import io.podium.runtime.logs.CriLogWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs containers as processes of this machine: the package's description says what a program finds.
 *
 * <p>Its one image is {@value #IMAGE}, always present. Files and processes that a runtime leaves behind when its JVM is killed are found by
 * the next one, as the package's description says.
 */
public final class ProcessRuntime implements ContainerRuntime {
    /** The image of all containers: what is installed on this machine. */
    public static final String IMAGE = "host";

    private static final Logger log = LoggerFactory.getLogger(ProcessRuntime.class);
    private static final String HEX = "0123456789abcdef";

    private final Dispatcher dispatcher;
    private final ProcessOptions options;
    private final RuntimeDirectory directory;
    private final ProcessTable table;
    private final Shim shim;
    private final Cgroups cgroups;
    private final BlockingCalls calls;
    private final RuntimeEvents events;
    private final HostSandboxes sandboxes;
    private final HostContainers<ProcessContainer> containers;

    private ProcessRuntime(
            Dispatcher dispatcher, ProcessOptions options, ProcessTable table, RuntimeDirectory directory) {
        this.dispatcher = dispatcher;
        this.options = options;
        this.table = table;
        this.directory = directory;
        shim = new Shim(directory, Programs.sessionOpener());
        cgroups = Cgroups.detect(directory.cgroup());
        calls = new BlockingCalls(dispatcher);
        events = new RuntimeEvents(dispatcher);
        sandboxes = new HostSandboxes(dispatcher, events);
        containers = new HostContainers<>(dispatcher, sandboxes, events);
    }

    /**
     * Starts a runtime that ends with its JVM, after cleaning up what dead JVMs have left.
     *
     * @param parent makes the runtime's scope, which {@link #close} closes
     * @return the runtime
     * @throws RuntimeFailure if its directory cannot be made
     */
    public static ProcessRuntime start(Dispatcher parent) {
        return start(parent, ProcessOptions.defaults());
    }

    /**
     * Starts a runtime.
     *
     * @param parent makes the runtime's scope, which {@link #close} closes
     * @param options directories and log sizes
     * @return the runtime, with the containers that its directory holds
     * @throws RuntimeFailure if its directory cannot be made, or another runtime has it
     */
    public static ProcessRuntime start(Dispatcher parent, ProcessOptions options) {
        var table = new ProcessTable();
        var id = parent.random("runtime").string(HEX, 12);
        try {
            Leftovers.endAll(options.shared(), table, parent);
            var directory = RuntimeDirectory.take(options, id, table);
            var runtime = new ProcessRuntime(parent.child("process-" + id), options, table, directory);
            runtime.adopt();
            return runtime;
        } catch (IOException e) {
            throw new RuntimeFailure(
                    RuntimeFailure.Code.FAILED,
                    "process runtime: its directory cannot be made: " + e + "; name another one by -D"
                            + ProcessOptions.DIRECTORY_PROPERTY,
                    e);
        }
    }

    /**
     * Where it keeps what it knows of its containers.
     *
     * @return the directory that its options name, or a fresh one, which goes when it is closed
     */
    public Path directory() {
        return directory.path();
    }

    @Override
    public String name() {
        return "process";
    }

    @Override
    public String version() {
        return "process://0.1.0";
    }

    @Override
    public Set<Capability> capabilities() {
        var all = EnumSet.of(Capability.EXEC, Capability.KILL, Capability.LOG_FILES);
        if (!directory.isFresh()) {
            all.add(Capability.ADOPTION);
        }
        if (sandboxes.ownAddresses()) {
            all.add(Capability.POD_ADDRESS);
        }
        if (cgroups.limitsMemory()) {
            all.add(Capability.MEMORY_LIMIT);
        }
        if (cgroups.limitsCpu()) {
            all.add(Capability.CPU_LIMIT);
        }
        return Collections.unmodifiableSet(all);
    }

    @Override
    public Optional<Image> image(String reference) {
        return images().stream()
                .filter(image -> image.reference().equals(reference))
                .findFirst();
    }

    @Override
    public Image pull(String reference, Credentials credentials) {
        return image(reference)
                .orElseThrow(
                        () -> new RuntimeFailure(
                                RuntimeFailure.Code.NO_SUCH_IMAGE,
                                "image \"" + reference + "\": the process runtime has no images but \"" + IMAGE
                                        + "\", the programs of this machine; set image: " + IMAGE
                                        + " and a command; other images need a container runtime, of which Podium has none yet"));
    }

    @Override
    public List<Image> images() {
        return List.of(new Image(IMAGE, IMAGE, 0));
    }

    @Override
    public SandboxStatus createSandbox(SandboxSpec spec) {
        var sandbox = sandboxes.create(newId(), spec);
        if (!directory.isFresh()) {
            calls.call("save sandbox", () -> {
                SavedState.save(directory.sandbox(sandbox.id()), sandbox);
                return sandbox;
            });
        }
        return sandbox.status();
    }

    @Override
    public void stopSandbox(String sandboxId) {
        containers.stopSandbox(sandboxId);
    }

    @Override
    public void removeSandbox(String sandboxId) {
        containers.removeSandbox(sandboxId);
        calls.call("forget sandbox", () -> Files.deleteIfExists(directory.sandbox(sandboxId)));
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
        ProcessUsers.requireOwn(spec);
        var id = newId();
        var container =
                new HostContainer(id, sandbox, spec, dispatcher.now(), dispatcher.signal("end of " + spec.name()));
        var made = calls.call("create container", () -> make(container));
        containers.add(made);
        events.changed(container);
        return container.status();
    }

    private ProcessContainer make(HostContainer container) throws IOException {
        var spec = container.spec();
        var root = container.sandbox().root(spec.name());
        root.prepare(spec);
        var place = directory.container(container.id());
        Files.createDirectories(place);
        var workingDir = spec.workingDir().isEmpty() ? root.path() : root.resolve(spec.workingDir());
        Files.createDirectories(workingDir);
        var made = wire(
                container, place, environment(container), workingDir, cgroups.create(container.id(), spec.limits()));
        if (!directory.isFresh()) {
            SavedState.save(place.resolve("state"), container, workingDir);
        }
        return made;
    }

    private ProcessContainer wire(
            HostContainer container, Path place, Map<String, String> environment, Path workingDir, Cgroup cgroup) {
        return new ProcessContainer(container, place, environment, workingDir, cgroup, dispatcher, table, events);
    }

    private Map<String, String> environment(HostContainer container) {
        var all = new TreeMap<String, String>(options.environment());
        all.putAll(container.sandbox().variables(container.spec().name()));
        all.put(Shim.MARK, container.id());
        for (var variable : container.spec().env()) {
            all.put(variable.name(), variable.value());
        }
        return all;
    }

    @Override
    public void startContainer(String containerId) {
        containers.start(
                containerId,
                container -> calls.call("start container", () -> {
                    var path = container.container().spec().logPath();
                    container.start(
                            shim, !directory.isFresh(), new CriLogWriter(path, options.logs(), dispatcher::now));
                    return container;
                }));
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

    /**
     * The operating system's number of a container's program.
     *
     * @param containerId the container
     * @return its process id, or empty if it does not run
     */
    public OptionalLong pid(String containerId) {
        return containers
                .find(containerId)
                .flatMap(ProcessContainer::program)
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    @Override
    public Subscription subscribe(Consumer<RuntimeEvent> listener) {
        return events.subscribe(listener);
    }

    @Override
    public ExecResult exec(String containerId, List<String> command, Duration timeout) {
        var started = startExec(containerId, new ExecRequest(command, false, false));
        return Execution.await(started, command, timeout, dispatcher);
    }

    @Override
    public ExecSession openExec(String containerId, ExecRequest request) {
        return startExec(containerId, request);
    }

    private ExecProcess startExec(String containerId, ExecRequest request) {
        var container = containers.get(containerId);
        if (!container.container().isRunning()) {
            throw new RuntimeFailure(
                    RuntimeFailure.Code.WRONG_STATE,
                    "container " + container.container().spec().name() + " (" + containerId
                            + ") is not running, so no command can be run in it");
        }
        if (request.tty()) {
            throw new RuntimeFailure(
                    RuntimeFailure.Code.UNSUPPORTED,
                    "the process runtime gives commands no terminal; leave out the tty (kubectl exec -i instead of -it)");
        }
        if (request.command().isEmpty()) {
            throw new RuntimeFailure(RuntimeFailure.Code.NO_SUCH_COMMAND, "no command to run was given");
        }
        return calls.call("exec", () -> {
            var launch = container.launch(request.command(), request.stdin());
            return new ExecProcess(shim.exec(launch), request.stdin(), table, dispatcher);
        });
    }

    @Override
    public Optional<ContainerStats> stats(String containerId) {
        return containers
                .find(containerId)
                .filter(found -> found.container().isRunning())
                .flatMap(found ->
                        found.cgroup().stats().or(() -> found.shim().flatMap(leader -> ProcessUse.of(table, leader))));
    }

    @Override
    public Machine machine() {
        var unenforced = new TreeMap<>(cgroups.unenforced());
        unenforced.put("readOnlyMounts", "processes of one user share the host's file systems");
        if (!shim.opensSessions()) {
            unenforced.put(
                    "sessions", "neither setsid nor perl is installed, so what a program leaves running is not ended");
        }
        return HostMachine.describe(directory.path(), unenforced);
    }

    /**
     * Stops all containers at once, as {@link #stopContainer} does. What does not end is logged.
     *
     * @param grace how long each of them has before it is killed
     */
    public void stopAll(Duration grace) {
        var stops = containers.all().stream()
                .map(container -> dispatcher.execute(
                        "stop " + container.container().spec().name(), () -> container.stop("SIGTERM", grace)))
                .toList();
        for (var stop : stops) {
            try {
                stop.join();
            } catch (InterruptedException e) {
                throw BlockingCalls.interrupted("stopping all containers");
            }
        }
    }

    private void adopt() throws IOException {
        for (var found : new Adoption(directory, table, dispatcher, sandboxes).find()) {
            var container = found.container();
            var place = directory.container(container.id());
            var environment = found.shim() == null ? environment(container) : found.environment();
            var adopted = wire(container, place, environment, found.workingDir(), cgroups.existing(container.id()));
            var shimId = found.shim();
            if (shimId != null) {
                calls.call("adopt container", () -> {
                    var output = new CriLogWriter(container.spec().logPath(), options.logs(), dispatcher::now);
                    adopted.adopt(shimId, output);
                    return shimId;
                });
            }
            containers.add(adopted);
        }
    }

    private String newId() {
        return dispatcher.random("ids").string(HEX, 64);
    }

    /** What cannot be removed does not keep the rest from being closed. */
    private void removeAll() {
        try {
            stopAll(Duration.ZERO);
            sandboxes.all().forEach(sandbox -> removeSandbox(sandbox.id()));
        } catch (RuntimeFailure e) {
            log.atWarn()
                    .addKeyValue("runtime", directory.path())
                    .setCause(e)
                    .log("Not all containers could be removed");
        }
    }

    /** Kills what runs, unless containers are to outlive this JVM; then gives up its directory. */
    @Override
    public void close() {
        if (directory.isFresh()) {
            removeAll();
        }
        containers.all().forEach(ProcessContainer::letGo); // before its tasks are interrupted while they read
        dispatcher.close();
        sandboxes.all().forEach(HostSandbox::stop);
        if (directory.isFresh()) {
            cgroups.close();
        } else {
            cgroups.leave();
        }
        directory.leave();
    }
}
