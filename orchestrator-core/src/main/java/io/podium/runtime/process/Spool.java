package io.podium.runtime.process;

import io.podium.api.dispatch.Dispatcher;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What a program printed while no JVM was there: a file, and the process that fills it. */
final class Spool {
    private static final Duration DRAIN = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofMillis(5);

    private final Path file;
    private final Path pidFile;
    private final ProcessTable table;
    private final String mark;

    Spool(Path directory, String stream, ProcessTable table, String mark) {
        this.table = table;
        this.mark = mark;
        file = directory.resolve("spool." + stream);
        pidFile = directory.resolve("spool." + stream + ".pid");
    }

    /**
     * Copies it to the log, and ends it. While the program runs, its spooler is told to stop: a chunk that it is copying at that very
     * moment may be lost. After the program's end it reads to the end by itself.
     */
    void drainTo(OutputStream log, boolean running, Dispatcher dispatcher) throws IOException, InterruptedException {
        long begin = dispatcher.nanos();
        while (isFilled()) {
            if (running || dispatcher.nanos() - begin > DRAIN.toNanos()) {
                spooler().ifPresent(ProcessHandle::destroyForcibly);
            }
            dispatcher.sleep(LOOK);
        }
        if (Files.exists(file)) {
            Files.copy(file, log);
        }
        Files.deleteIfExists(file);
        Files.deleteIfExists(pidFile);
    }

    private boolean isFilled() throws IOException {
        return spooler().filter(ProcessHandle::isAlive).isPresent();
    }

    private Optional<ProcessHandle> spooler() throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        var pid = Files.readString(pidFile).strip();
        return pid.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(pid)).filter(process -> carriesMark(process.pid()));
    }

    /** Its number may have gone to a stranger. */
    private boolean carriesMark(long pid) {
        return table.environment(pid).contains(mark);
    }
}
