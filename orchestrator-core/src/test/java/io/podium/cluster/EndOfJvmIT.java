package io.podium.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.podium.runtime.host.HostSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** However a JVM ends, nothing of its cluster stays. Its pods have two seconds to end, and one of them ignores what asks it to. */
@Timeout(240)
class EndOfJvmIT {
    private static final Duration USUAL = Duration.ZERO;

    /** Two seconds of the pods' grace, and what a busy machine needs: that it ends at all is what is looked for. */
    private static final Duration GRACE = Duration.ofSeconds(60);

    @TempDir
    Path temp;

    private RunningProgram program;

    @BeforeEach
    void start() throws IOException {
        assumeTrue(HostSystem.current() == HostSystem.LINUX, "processes are looked for in /proc");
        program = RunningProgram.start(temp, USUAL, "sleeper-1", "stubborn-1").awaitUp();
        assertThat(program.processes()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(files(temp)).isNotEmpty();
    }

    @AfterEach
    void end() throws Exception {
        program.close();
    }

    @Test
    void ctrlC() throws Exception {
        program.signal("INT");

        assertThat(program.awaitEnd(GRACE)).isEqualTo(128 + 2);
        assertNothingIsLeft();
    }

    @Test
    void sigterm() throws Exception {
        program.signal("TERM");

        assertThat(program.awaitEnd(GRACE)).isEqualTo(128 + 15);
        assertNothingIsLeft();
    }

    @Test
    void systemExit() throws Exception {
        program.say("exit");

        assertThat(program.awaitEnd(GRACE)).isEqualTo(7);
        assertNothingIsLeft();
    }

    @Test
    void endOfMain() throws Exception {
        program.say("close");

        assertThat(program.awaitEnd(GRACE)).isZero();
        assertNothingIsLeft();
    }

    /** What the program has begun to end, the end of the JVM waits for. */
    @Test
    void sigtermWhileItCloses() throws Exception {
        program.say("close");
        program.awaitLine("closing");
        program.signal("TERM");

        assertThat(program.awaitEnd(GRACE)).isEqualTo(128 + 15);
        assertNothingIsLeft();
    }

    /** The signal comes between the first file that the cluster makes and the first pod. */
    @Test
    void sigtermWhileItStarts(@TempDir Path other) throws Exception {
        try (var watch = other.getFileSystem().newWatchService();
                var starting = start(other, watch)) {
            watch.take();
            starting.signal("TERM");

            assertThat(starting.awaitEnd(GRACE)).isEqualTo(128 + 15);
            assertThat(starting.processes()).isEmpty();
            assertThat(files(other)).isEmpty();
        }
    }

    private static RunningProgram start(Path temp, WatchService watch) throws IOException {
        temp.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
        return RunningProgram.start(temp, USUAL, "sleeper-1", "stubborn-1");
    }

    /** A JVM that is killed can clean nothing up: the next one does. What has left its session, no shim has ended by then. */
    @Test
    void sigkill() throws Exception {
        program.signal("KILL");
        assertThat(program.awaitEnd(GRACE)).isEqualTo(128 + 9);
        assertThat(program.processes()).isNotEmpty();
        assertThat(files(temp)).isNotEmpty();

        try (var next = RunningProgram.start(temp, USUAL).awaitUp()) {
            assertThat(next.processes()).isEmpty();
            assertThat(children("process")).hasSize(1);
            assertThat(children("pods")).hasSize(1);
            next.say("close");
            next.awaitEnd(GRACE);
        }
        assertNothingIsLeft();
    }

    private void assertNothingIsLeft() throws IOException {
        assertThat(program.processes()).isEmpty();
        assertThat(files(temp)).isEmpty();
    }

    /** Directories of Podium, but none of the JVM's own. */
    private static List<Path> files(Path temp) throws IOException {
        try (var entries = Files.walk(temp)) {
            return entries.filter(entry -> temp.relativize(entry).toString().startsWith("podium-"))
                    .toList();
        }
    }

    private List<Path> children(String directory) throws IOException {
        try (Stream<Path> bases = Files.list(temp)) {
            var base = bases.filter(entry -> entry.getFileName().toString().startsWith("podium-"))
                    .findFirst()
                    .orElseThrow();
            try (var entries = Files.list(base.resolve(directory))) {
                return entries.toList();
            }
        }
    }
}
