package io.podium.runtime.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.dispatch.Dispatcher;
import io.podium.dispatch.SystemDispatcher;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CriLogTest {
    private static final Instant START = Instant.parse("2026-01-02T03:04:05.123456789Z");

    @TempDir
    Path temp;

    private final AtomicLong seconds = new AtomicLong();

    private Path file() {
        return temp.resolve("pod/0.log");
    }

    /** Time advances a second with each line. */
    private CriLogWriter writer(LogRotation rotation) {
        return new CriLogWriter(file(), rotation, () -> START.plusSeconds(seconds.getAndIncrement()));
    }

    private void write(LogRotation rotation, String text) throws IOException {
        try (var log = writer(rotation);
                var out = log.stream("stdout")) {
            out.write(bytes(text));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String read(LogQuery query) {
        return new CriLog(file()).text(query);
    }

    @Test
    void writesTheFormatOfTheContainerRuntimeInterface() throws IOException {
        try (var log = writer(LogRotation.DEFAULT);
                var out = log.stream("stdout");
                var err = log.stream("stderr")) {
            out.write(bytes("hel"));
            err.write(bytes("bad\n"));
            out.write(bytes("lo\n\nend"));
        }

        assertThat(file()).hasContent("""
                        2026-01-02T03:04:05.123456789Z stderr F bad
                        2026-01-02T03:04:06.123456789Z stdout F hello
                        2026-01-02T03:04:07.123456789Z stdout F
                        2026-01-02T03:04:08.123456789Z stdout F end
                        """.replace("F\n", "F \n"));
    }

    @Test
    void writesALongLineInPartsThatReadAsOne() throws IOException {
        var line = "x".repeat(CriLine.MAX_BYTES * 2 + 10);

        write(LogRotation.DEFAULT, line + "\n");

        assertThat(Files.readAllLines(file())).hasSize(3);
        assertThat(Files.readAllLines(file()).get(0)).contains(" stdout P x");
        assertThat(read(LogQuery.ALL)).isEqualTo(line + "\n");
    }

    @Test
    void keepsAsManyFilesAsAskedAndReadsThemInOrder() throws IOException {
        var rotation = new LogRotation(1024, 3);
        for (int i = 0; i < 100; i++) {
            write(rotation, "line " + i + "\n");
        }

        assertThat(temp.resolve("pod").toFile().list()).containsExactlyInAnyOrder("0.log", "0.log.1", "0.log.2");
        var lines = read(LogQuery.ALL).lines().toList();
        assertThat(lines).hasSizeBetween(40, 70);
        assertThat(lines)
                .containsExactlyElementsOf(IntStream.range(100 - lines.size(), 100)
                        .mapToObj(i -> "line " + i)
                        .toList());
    }

    @Test
    void selectsByTailTimeStreamAndSize() throws IOException {
        try (var log = writer(LogRotation.DEFAULT);
                var out = log.stream("stdout");
                var err = log.stream("stderr")) {
            for (int i = 0; i < 5; i++) {
                out.write(bytes("out " + i + "\n"));
                err.write(bytes("err " + i + "\n"));
            }
        }

        assertThat(read(LogQuery.ALL.tail(2))).isEqualTo("out 4\nerr 4\n");
        assertThat(read(LogQuery.ALL.tail(0))).isEmpty();
        assertThat(read(LogQuery.ALL.since(START.plusSeconds(8)))).isEqualTo("out 4\nerr 4\n");
        assertThat(read(LogQuery.ALL.stream("stderr").tail(1))).isEqualTo("err 4\n");
        assertThat(read(LogQuery.ALL.limitBytes(8))).isEqualTo("out 0\ner");
        assertThat(read(LogQuery.ALL.tail(1).withTimestamps())).isEqualTo("2026-01-02T03:04:14.123456789Z err 4\n");
    }

    @Test
    void keepsBytesThatAreNoText() throws IOException {
        var sink = new ByteArrayOutputStream();
        try (var log = writer(LogRotation.DEFAULT);
                var out = log.stream("stdout")) {
            out.write(new byte[] {(byte) 0xff, 0, (byte) 0xc3, '\n'});
        }

        new CriLog(file()).copy(LogQuery.ALL, sink);

        assertThat(sink.toByteArray()).containsExactly(0xff, 0, 0xc3, '\n');
    }

    @Test
    void findsNothingWhereThereIsNoLog() {
        assertThat(read(LogQuery.ALL)).isEmpty();
        assertThat(new CriLog(file()).lines(LogQuery.ALL)).isEmpty();
    }

    @Test
    void followsThroughRotationsWithoutLossUntilTheEnd() throws Exception {
        var ended = new AtomicBoolean();
        var sink = new ByteArrayOutputStream();
        try (var dispatcher = SystemDispatcher.start("test");
                var log = writer(new LogRotation(64 * 1024, 20))) {
            var out = log.stream("stdout");
            out.write(bytes("before\nlast\n"));
            var follower = dispatcher.execute("follow", () -> follow(sink, dispatcher, ended));
            while (!sink.toString(StandardCharsets.UTF_8).contains("last")) {
                dispatcher.sleep(Duration.ofMillis(5)); // until it has begun: it follows from what it finds
            }
            for (int i = 0; i < 10_000; i++) {
                out.write(bytes("line " + i + "\n"));
                if (i % 1000 == 0) {
                    dispatcher.sleep(Duration.ofMillis(20));
                }
            }
            ended.set(true);
            assertThat(follower.join(Duration.ofSeconds(60))).isTrue();
        }

        assertThat(sink.toString(StandardCharsets.UTF_8).lines().filter(line -> line.startsWith("line")))
                .containsExactlyElementsOf(
                        IntStream.range(0, 10_000).mapToObj(i -> "line " + i).toList());
        assertThat(temp.resolve("pod/0.log.1")).exists();
    }

    private void follow(OutputStream sink, Dispatcher dispatcher, AtomicBoolean ended) {
        try {
            new CriLog(file()).follow(LogQuery.ALL.tail(1), sink, dispatcher, ended::get);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
