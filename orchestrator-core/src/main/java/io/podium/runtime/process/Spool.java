package io.podium.runtime.process;

import io.podium.api.dispatch.Dispatcher;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/**
 * What a program prints since the JVM that started it is gone: a file that a process appends to, and how far it is copied to the log.
 *
 * <p>When the file has grown, the process is stopped for a moment, the rest is copied, and the file is cut; so nothing falls between the
 * last look and the cut.
 */
final class Spool implements Tail.Source {
    private static final long CUT_AT = 4L << 20;
    private static final Duration DRAIN = Duration.ofSeconds(5);

    private final Path file;
    private final Path pidFile;
    private final Path offsetFile;
    private final ProcessTable table;
    private final String mark;
    private final Dispatcher dispatcher;
    private long offset;

    Spool(Path directory, String stream, ProcessTable table, String mark, Dispatcher dispatcher) {
        file = directory.resolve("spool." + stream);
        pidFile = directory.resolve("spool." + stream + ".pid");
        offsetFile = directory.resolve("spool." + stream + ".offset");
        this.table = table;
        this.mark = mark;
        this.dispatcher = dispatcher;
        offset = savedOffset();
        spooler().ifPresent(pid -> Signals.send(dispatcher, pid, "CONT")); // a JVM may have died while it was stopped
    }

    private long savedOffset() {
        try {
            return Long.parseLong(Files.readString(offsetFile).strip());
        } catch (IOException | NumberFormatException e) {
            return 0; // some lines twice rather than never
        }
    }

    @Override
    public int read(byte[] chunk) throws IOException {
        if (Files.notExists(file)) {
            return 0; // the keeper has not noticed the end of the other JVM yet
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return Math.max(0, channel.read(ByteBuffer.wrap(chunk), offset));
        }
    }

    @Override
    public void copied(int count) throws IOException {
        offset += count;
        if (offset >= CUT_AT) {
            cut();
        }
        var fresh = offsetFile.resolveSibling(offsetFile.getFileName() + ".new");
        Files.writeString(fresh, Long.toString(offset));
        Files.move(fresh, offsetFile, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Cuts what is copied, if the writer stands still and nothing more is there. */
    private void cut() throws IOException {
        var writer = spooler();
        writer.ifPresent(pid -> Signals.send(dispatcher, pid, "STOP"));
        try {
            boolean still = writer.isEmpty() || table.isStopped(writer.get());
            if (still && Files.size(file) == offset) {
                Files.write(file, new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
                offset = 0;
            }
        } finally {
            writer.ifPresent(pid -> Signals.send(dispatcher, pid, "CONT"));
        }
    }

    /** The process that appends, if it lives; a stranger may have its number. */
    Optional<Long> spooler() {
        try {
            return Optional.of(Files.readString(pidFile).strip())
                    .filter(text -> !text.isEmpty())
                    .map(Long::parseLong)
                    .filter(pid -> table.identify(pid).isPresent()
                            && table.environment(pid).contains(mark));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Waits until the process has read all that the ended program printed. */
    void awaitEnd() throws InterruptedException {
        Patience.of(dispatcher, DRAIN).await(() -> spooler().isEmpty());
    }
}
