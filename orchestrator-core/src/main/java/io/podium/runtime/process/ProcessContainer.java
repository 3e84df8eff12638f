package io.podium.runtime.process;

import io.podium.api.dispatch.Dispatcher;
import io.podium.api.dispatch.Signal;
import io.podium.api.runtime.RuntimeFailure;
import io.podium.runtime.host.BlockingCalls;
import io.podium.runtime.host.ContainerRoot;
import io.podium.runtime.host.HostContainer;
import io.podium.runtime.host.HostContainer.End;
import io.podium.runtime.host.HostedContainer;
import io.podium.runtime.host.RuntimeEvents;
import io.podium.runtime.logs.CriLogWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One container as a process: its shim, its program, its log.
 *
 * <p>The end: the program ends, the shim writes the exit code and is gone; then what escaped the shim is killed, the rest of the output is
 * read, the log is closed, and only then is the container {@code EXITED}, so that whoever sees that finds the whole log.
 */
final class ProcessContainer implements HostedContainer {
    private static final Logger logger = LoggerFactory.getLogger(ProcessRuntime.class);
    /** More than killing what is left, and waiting for its output, takes at most. */
    private static final Duration KILL_GRACE = Duration.ofSeconds(20);

    private static final Duration PID_POLL = Duration.ofMillis(2);
    private static final Duration END_POLL = Duration.ofMillis(50);

    private final HostContainer container;
    private final Path directory;
    private final Map<String, String> environment;
    private final Path workingDir;
    private final Cgroup cgroup;
    private final Dispatcher dispatcher;
    private final ProcessTable table;
    private final RuntimeEvents events;
    private final Signal begun;
    private volatile boolean beginning;
    private volatile @Nullable ProcessId shim;
    private volatile @Nullable ProgramOutput output;

    ProcessContainer(
            HostContainer container,
            Path directory,
            Map<String, String> environment,
            Path workingDir,
            Cgroup cgroup,
            Dispatcher dispatcher,
            ProcessTable table,
            RuntimeEvents events) {
        this.container = container;
        this.directory = directory;
        this.environment = environment;
        this.workingDir = workingDir;
        this.cgroup = cgroup;
        this.dispatcher = dispatcher;
        this.table = table;
        this.events = events;
        this.begun = dispatcher.signal("start of " + container.spec().name());
    }

    @Override
    public HostContainer container() {
        return container;
    }

    Path directory() {
        return directory;
    }

    Cgroup cgroup() {
        return cgroup;
    }

    Optional<ProcessId> shim() {
        return Optional.ofNullable(shim);
    }

    /** What to start for a command in this container. */
    Shim.Launch launch(List<String> command, boolean stdin) {
        Programs.find(command.get(0), environment, workingDir);
        return new Shim.Launch(command, environment, workingDir, cgroup.entries(), stdin);
    }

    /** Starts the program. Whoever waited for that may have given up meanwhile, and then nothing runs. */
    void start(Shim starter, boolean outlives, CriLogWriter log) throws IOException {
        beginning = true;
        try {
            var launch = launch();
            var process = starter.start(container.id(), launch, outlives);
            var leader = table.identify(process.pid()).orElseGet(() -> new ProcessId(process.pid(), "0"));
            try {
                began(process, leader, outlives, log);
            } catch (IOException | RuntimeException e) {
                abandon(process, leader);
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            log.close();
            throw e;
        } finally {
            beginning = false;
            begun.pulse();
        }
        events.changed(container);
    }

    private Shim.Launch launch() {
        var command = new ArrayList<>(container.spec().command());
        command.addAll(container.spec().args());
        if (command.isEmpty()) {
            throw new RuntimeFailure(
                    RuntimeFailure.Code.NO_SUCH_COMMAND,
                    "container " + container.spec().name()
                            + ": no command specified; image host has none of its own, so set command");
        }
        return launch(command, container.spec().stdin());
    }

    /** The log is open and its end is watched before anything can be missed. */
    private void began(Process process, ProcessId leader, boolean outlives, CriLogWriter log) throws IOException {
        container.started(dispatcher.now());
        if (!container.isRunning()) {
            throw new RuntimeFailure(
                    RuntimeFailure.Code.INTERRUPTED,
                    "the start of container " + container.spec().name() + " was given up");
        }
        Files.writeString(directory.resolve("shim"), leader.toString());
        var streams = new LogStreams(log);
        var copied = outlives
                ? TailedOutput.ofPipes(dispatcher, name("output"), process, streams)
                : new PumpedOutput(dispatcher, name("output"), process, streams);
        follow(leader, copied);
        process.onExit().thenRun(() -> dispatcher.execute(name("end"), () -> finish(leader, copied, dispatcher.now())));
    }

    private void abandon(Process process, ProcessId leader) {
        process.destroyForcibly();
        PumpedOutput.closeLifeline(process); // the keeper ends what is missed here
        table.members(leader, mark()).forEach(ProcessTable::kill);
    }

    /** Takes over a program that another JVM has started. */
    void adopt(ProcessId leader, CriLogWriter log) throws IOException {
        container.started(Files.getLastModifiedTime(directory.resolve("shim")).toInstant());
        var copied = TailedOutput.ofSpools(
                dispatcher, name("output"), spool("stdout"), spool("stderr"), new LogStreams(log));
        if (table.isAlive(leader)) {
            follow(leader, copied);
            dispatcher.execute(name("end"), () -> finishOnceEnded(leader, copied));
        } else {
            finish(leader, copied, endOf(directory));
        }
    }

    /** Another JVM's child is looked for: Java takes it for alive as long as nobody reaps it, and process 1 may not. */
    private void finishOnceEnded(ProcessId leader, ProgramOutput copied) {
        try {
            while (table.isAlive(leader)) {
                dispatcher.sleep(END_POLL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // it goes on without this JVM
            return;
        }
        finish(leader, copied, dispatcher.now());
    }

    private static Instant endOf(Path directory) throws IOException {
        var exit = directory.resolve("exit");
        return Files.getLastModifiedTime(Files.exists(exit) ? exit : directory).toInstant();
    }

    private Spool spool(String stream) {
        return new Spool(directory, stream, table, mark(), dispatcher);
    }

    private void follow(ProcessId leader, ProgramOutput copied) {
        shim = leader;
        output = copied;
        copied.start();
    }

    /** Leaves the program running, for another JVM to adopt. */
    void letGo() {
        var copied = output;
        if (copied != null) {
            copied.letGo();
        }
    }

    private String name(String what) {
        return container.pod() + "/" + container.spec().name() + " " + what;
    }

    private void finish(ProcessId leader, ProgramOutput copied, Instant at) {
        try {
            killRest(leader, copied.carriers());
            copied.finish();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        container.ended(outcome(), at);
        events.changed(container);
    }

    /** Kills what the program has left running. Its control group knows that exactly; without one it has to be searched for. */
    private void killRest(ProcessId leader, List<Long> spared) throws InterruptedException {
        try {
            dispatcher.blocking("kill session", () -> {
                boolean isGrouped = cgroup.members().isPresent();
                return Kills.untilNone(dispatcher, () -> isGrouped ? group() : rest(leader, spared));
            });
        } catch (InterruptedException e) {
            rest(leader, spared).forEach(ProcessTable::kill);
            throw e;
        } catch (Exception e) {
            logger.atWarn()
                    .addKeyValue("container", container.id())
                    .setCause(e)
                    .log("What a program left behind was not found");
        }
    }

    private List<Long> group() {
        return cgroup.members().orElse(List.of()).stream()
                .filter(pid -> table.identify(pid).isPresent())
                .toList();
    }

    private List<Long> rest(ProcessId leader, List<Long> spared) {
        return table.members(leader, mark()).stream()
                .filter(pid -> !spared.contains(pid))
                .toList();
    }

    private End outcome() {
        var recorded = exitCode();
        if (cgroup.oomKilled() && recorded.orElse(137) == 137) {
            return new End(137, "OOMKilled", "");
        }
        return recorded.map(End::of)
                .orElseGet(() -> new End(137, "Error", "the process was killed together with the shim that ran it"));
    }

    Optional<Integer> exitCode() {
        return read("exit").filter(text -> text.matches("[0-9]{1,3}")).map(Integer::parseInt);
    }

    private Optional<String> read(String file) {
        try {
            return Optional.of(Files.readString(directory.resolve(file)).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    String mark() {
        return Shim.MARK + "=" + container.id();
    }

    /** Sends a signal, waits, kills; returns when it has ended. */
    @Override
    public void stop(String signal, Duration grace) {
        awaitStart();
        if (!container.isRunning()) {
            return;
        }
        if (grace.isPositive()) {
            program().ifPresent(pid -> Signals.send(dispatcher, pid, signal));
            if (container.awaitEnd(grace)) {
                return;
            }
        }
        program().ifPresent(ProcessTable::kill);
        if (!container.awaitEnd(KILL_GRACE)) {
            throw new RuntimeFailure(
                    RuntimeFailure.Code.TIMEOUT,
                    "container " + container.spec().name() + " of pod " + container.pod() + ": process "
                            + read("pid").orElse("?")
                            + " did not end within " + KILL_GRACE.toSeconds()
                            + " s of SIGKILL; it waits for a device or a file system that does not answer");
        }
    }

    /** Files are not deleted, nor the runtime closed, while a start goes on of which nobody will hear. */
    private void awaitStart() {
        try {
            begun.await(() -> !beginning, KILL_GRACE);
        } catch (InterruptedException e) {
            throw BlockingCalls.interrupted(
                    "waiting for the start of container " + container.spec().name());
        }
    }

    /** Removes its control group and its files. */
    @Override
    public void release() {
        new BlockingCalls(dispatcher).call("remove container", () -> {
            cgroup.remove();
            ContainerRoot.deleteTree(directory);
            return container;
        });
    }

    /** The program's number: a child of the living shim, so nobody else's. Waits for a program that is just being started. */
    Optional<Long> program() {
        var leader = shim;
        while (leader != null && table.isAlive(leader)) {
            var pid = read("pid").filter(text -> text.matches("[0-9]+")).map(Long::parseLong);
            if (pid.isPresent()) {
                return pid.filter(number -> isChild(number, leader));
            }
            try {
                dispatcher.sleep(PID_POLL);
            } catch (InterruptedException e) {
                throw BlockingCalls.interrupted(
                        "starting container " + container.spec().name());
            }
        }
        return Optional.empty();
    }

    private static boolean isChild(long pid, ProcessId leader) {
        return ProcessHandle.of(pid)
                .flatMap(ProcessHandle::parent)
                .filter(parent -> parent.pid() == leader.pid())
                .isPresent();
    }
}
