package io.podium.runtime.logs;

import io.podium.api.dispatch.Dispatcher;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Reads the log of one attempt of a container, the files that were set aside included. A log that does not exist is empty.
 *
 * <p>The log of a container's previous attempt is another file: the one that was its {@code logPath}.
 */
public final class CriLog {
    private static final Duration POLL = Duration.ofMillis(100);

    private final Path file;

    /**
     * The log in a file.
     *
     * @param file the present file, as the container's {@code logPath} names it
     */
    public CriLog(Path file) {
        this.file = file;
    }

    /**
     * Reads what is there.
     *
     * @param query which part
     * @return the lines, oldest first
     * @throws UncheckedIOException if a file cannot be read
     */
    public List<CriLine> lines(LogQuery query) {
        var lines = new ArrayList<CriLine>();
        try (var reader = new LogReader(file)) {
            for (var line : selected(reader, query)) {
                var bytes = line.text().getBytes(StandardCharsets.ISO_8859_1);
                lines.add(new CriLine(
                        line.time(), line.stream(), line.full(), new String(bytes, StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("log " + file + " cannot be read", e);
        }
        return lines;
    }

    /**
     * Reads what is there.
     *
     * @param query which part
     * @return what the program wrote, decoded as UTF-8
     * @throws UncheckedIOException if a file cannot be read
     */
    public String text(LogQuery query) {
        var text = new ByteArrayOutputStream();
        try (var reader = new LogReader(file)) {
            copyPresent(reader, query, new LogPrinter(query, text));
        } catch (IOException e) {
            throw new UncheckedIOException("log " + file + " cannot be read", e);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    /**
     * Copies what is there.
     *
     * @param query which part
     * @param sink where to write, not closed
     * @throws IOException if a file cannot be read or the sink fails
     */
    public void copy(LogQuery query, OutputStream sink) throws IOException {
        try (var reader = new LogReader(file)) {
            copyPresent(reader, query, new LogPrinter(query, sink));
        }
    }

    /**
     * Copies what is there, then what comes, until the container has ended and all it wrote is copied, or the limit is reached.
     *
     * @param query which part
     * @param sink where to write, flushed whenever there is nothing more at present, not closed
     * @param dispatcher waits between looks at the file
     * @param ended whether nothing more will be written
     * @throws IOException if a file cannot be read or the sink fails
     * @throws InterruptedException if the calling task is interrupted
     */
    public void follow(LogQuery query, OutputStream sink, Dispatcher dispatcher, BooleanSupplier ended)
            throws IOException, InterruptedException {
        try (var reader = new LogReader(file)) {
            var printer = new LogPrinter(query, sink);
            boolean open = copyPresent(reader, query, printer);
            while (open) {
                sink.flush();
                boolean last = ended.getAsBoolean();
                open = copyNew(reader, query, printer) && !last;
                if (open) {
                    dispatcher.sleep(POLL);
                }
            }
            sink.flush();
        }
    }

    private static boolean copyNew(LogReader reader, LogQuery query, LogPrinter printer) throws IOException {
        for (var line = reader.next(); line != null; line = reader.next()) {
            if (query.wants(line) && !printer.print(line)) {
                return false;
            }
        }
        return true;
    }

    private static boolean copyPresent(LogReader reader, LogQuery query, LogPrinter printer) throws IOException {
        if (query.tailLines() == null) {
            return copyNew(reader, query, printer);
        }
        for (var line : selected(reader, query)) {
            if (!printer.print(line)) {
                return false;
            }
        }
        return true;
    }

    /** Reads to the end, keeping no more lines than are wanted. */
    private static Iterable<CriLine> selected(LogReader reader, LogQuery query) throws IOException {
        Deque<CriLine> lines = new ArrayDeque<>();
        var tail = query.tailLines();
        for (var line = reader.next(); line != null; line = reader.next()) {
            if (query.wants(line)) {
                lines.addLast(line);
            }
            if (tail != null && lines.size() > tail) {
                lines.removeFirst();
            }
        }
        return lines;
    }
}
