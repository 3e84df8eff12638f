package io.podium.runtime.process;

import io.podium.api.dispatch.Dispatcher;
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
import java.util.concurrent.CompletionStage;
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
    private static final int KILL_ROUNDS = 100;
    private static final Duration KILL_GRACE = Duration.ofSeconds(10);
    private static final Duration PID_POLL = Duration.ofMillis(2);

    private final HostContainer container;
    private final Path directory;
    private final Map<String, String> environment;
    private final Path workingDir;
    private final Cgroup cgroup;
    private final Dispatcher dispatcher;
    private final ProcessTable table;
    private final RuntimeEvents events;
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

    /** Starts the program. The log is open and its end is watched before anything can be missed. */
    void start(Shim starter, boolean outlives, CriLogWriter log) throws IOException {
        var command = new ArrayList<>(container.spec().command());
        command.addAll(container.spec().args());
        if (command.isEmpty()) {
            throw new RuntimeFailure(
                    RuntimeFailure.Code.NO_SUCH_COMMAND,
                    "container " + container.spec().name()
                            + ": no command specified; image host has none of its own, so set command");
        }
        var launch = launch(command, container.spec().stdin());
        var process = starter.start(container.id(), launch, outlives);
        var leader = table.identify(process.pid()).orElseGet(() -> new ProcessId(process.pid(), "0"));
        container.started(dispatcher.now());
        Files.writeString(directory.resolve("shim"), leader.toString());
        var streams = new LogStreams(log);
        var copied = outlives
                ? TailedOutput.ofPipes(dispatcher, name("output"), process, streams)
                : new PumpedOutput(dispatcher, name("output"), process, streams);
        follow(process.onExit(), leader, copied);
        events.changed(container);
    }

    /** Takes over a program that another JVM has started. */
    void adopt(ProcessId leader, CriLogWriter log) throws IOException {
        container.started(Files.getLastModifiedTime(directory.resolve("shim")).toInstant());
        var handle = ProcessHandle.of(leader.pid()).filter(found -> table.isAlive(leader));
        var copied = TailedOutput.ofSpools(
                dispatcher, name("output"), spool("stdout"), spool("stderr"), new LogStreams(log));
        if (handle.isPresent()) {
            follow(handle.get().onExit(), leader, copied);
        } else {
            finish(leader, copied, endOf(directory));
        }
    }

    private static Instant endOf(Path directory) throws IOException {
        var exit = directory.resolve("exit");
        return Files.getLastModifiedTime(Files.exists(exit) ? exit : directory).toInstant();
    }

    private Spool spool(String stream) {
        return new Spool(directory, stream, table, mark(), dispatcher);
    }

    private void follow(CompletionStage<?> exit, ProcessId leader, ProgramOutput copied) {
        shim = leader;
        output = copied;
        copied.start();
        exit.thenRun(() -> dispatcher.execute(name("end"), () -> finish(leader, copied, dispatcher.now())));
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
                if (cgroup.members().isEmpty()) {
                    table.killMembers(leader, mark(), spared);
                } else {
                    killGroup();
                }
                return true;
            });
        } catch (InterruptedException e) {
            table.killMembers(leader, mark(), spared);
            throw e;
        } catch (Exception e) {
            logger.atWarn()
                    .addKeyValue("container", container.id())
                    .setCause(e)
                    .log("What a program left behind was not found");
        }
    }

    private void killGroup() throws InterruptedException {
        for (int round = 0; round < KILL_ROUNDS; round++) {
            var members = cgroup.members().orElse(List.of());
            if (members.isEmpty()) {
                return;
            }
            members.forEach(ProcessTable::kill);
            dispatcher.sleep(PID_POLL); // the dead leave their group a moment later
        }
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
