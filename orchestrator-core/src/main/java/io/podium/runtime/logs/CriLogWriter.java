package io.podium.runtime.logs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a program prints to a log file, line by line, and sets the file aside when it is full.
 *
 * <p>Each stream has one writer thread; lines of both meet in the file in the order in which they come. The lock is held while a
 * batch is written: it is what makes a batch whole, and only the two streams of one container share it.
 */
public final class CriLogWriter implements AutoCloseable {
    private final Path file;
    private final LogRotation rotation;
    private final Supplier<Instant> clock;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable OutputStream out;
    private long written;

    /**
     * Opens a log, continuing one that exists.
     *
     * @param file the present file
     * @param rotation when to set it aside
     * @param clock the time of lines
     * @throws UncheckedIOException if the file cannot be opened
     */
    public CriLogWriter(Path file, LogRotation rotation, Supplier<Instant> clock) {
        this.file = file;
        this.rotation = rotation;
        this.clock = clock;
        try {
            open();
        } catch (IOException e) {
            throw new UncheckedIOException("log " + file + " cannot be opened; is the disk full or read-only?", e);
        }
    }

    /**
     * A stream into this log. Whoever writes to it is its only writer; closing it ends its last line, not the log.
     *
     * @param name {@code stdout} or {@code stderr}
     * @return a stream that writes lines as they end, or are longer than {@value CriLine#MAX_BYTES} bytes
     */
    public OutputStream stream(String name) {
        return new LineStream(this, name);
    }

    /** Appends lines that are already in the format, to the next file if they do not fit into this one. */
    void append(byte[] lines) throws IOException {
        lock.lock();
        try {
            var target = out;
            if (target == null) {
                return; // closed: the program has outlived its container
            }
            if (written > 0 && written + lines.length > rotation.maxBytes()) {
                rotate();
                target = out;
            }
            if (target != null) {
                target.write(lines);
                written += lines.length;
            }
        } finally {
            lock.unlock();
        }
    }

    /** What a line of the stream begins with now. */
    byte[] prefix(String stream, boolean full) {
        var text = CriLine.format(clock.get()) + " " + stream + (full ? " F " : " P ");
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private void rotate() throws IOException {
        closeFile();
        Files.deleteIfExists(LogRotation.rotated(file, rotation.maxFiles() - 1));
        for (int age = rotation.maxFiles() - 2; age >= 0; age--) {
            move(LogRotation.rotated(file, age), LogRotation.rotated(file, age + 1));
        }
        open();
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException e) {
            // not that many files yet
        }
    }

    private void open() throws IOException {
        var parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        written = Files.size(file);
    }

    private void closeFile() throws IOException {
        var target = out;
        out = null;
        if (target != null) {
            target.close();
        }
    }

    /** Closes the file. What is written to its streams afterwards is dropped. */
    @Override
    public void close() {
        lock.lock();
        try {
            closeFile();
        } catch (IOException e) {
            throw new UncheckedIOException("log " + file + " cannot be closed", e);
        } finally {
            lock.unlock();
        }
    }

    /** Cuts what is written to it into lines. */
    private static final class LineStream extends OutputStream {
        private final CriLogWriter log;
        private final String name;
        private final byte[] line = new byte[CriLine.MAX_BYTES];
        private final ByteArrayOutputStream batch = new ByteArrayOutputStream(256);
        private int length;

        LineStream(CriLogWriter log, String name) {
            this.log = log;
            this.name = name;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            for (int i = from; i < from + count; i++) {
                if (bytes[i] == '\n') {
                    end(true);
                    continue;
                }
                if (length == line.length) {
                    end(false);
                }
                line[length++] = bytes[i];
            }
            hand();
        }

        /** A line that the end of the stream cuts short counts as full. */
        @Override
        public void close() throws IOException {
            if (length > 0) {
                end(true);
            }
            hand();
        }

        private void end(boolean full) {
            batch.writeBytes(log.prefix(name, full));
            batch.write(line, 0, length);
            batch.write('\n');
            length = 0;
        }

        private void hand() throws IOException {
            if (batch.size() > 0) {
                log.append(batch.toByteArray());
                batch.reset();
            }
        }
    }
}
