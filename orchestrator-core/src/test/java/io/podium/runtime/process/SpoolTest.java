package io.podium.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.podium.dispatch.SystemDispatcher;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
    @TempDir
    Path temp;

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    @Test
    void goesOnWhereAnotherJvmStopped() throws IOException {
        try (var dispatcher = SystemDispatcher.start("test")) {
            append("one\n");
            drain(new Spool(temp, "stdout", new ProcessTable(), "MARK=1", dispatcher));
            append("two\n");

            drain(new Spool(temp, "stdout", new ProcessTable(), "MARK=1", dispatcher));

            assertThat(log.toString(StandardCharsets.UTF_8)).isEqualTo("one\ntwo\n");
        }
    }

    @Test
    void cutsTheFileOnceItIsCopied() throws IOException {
        try (var dispatcher = SystemDispatcher.start("test")) {
            var spool = new Spool(temp, "stdout", new ProcessTable(), "MARK=1", dispatcher);
            append("x".repeat(5 << 20));
            drain(spool);
            append("more");
            drain(spool);

            assertThat(Files.size(temp.resolve("spool.stdout"))).isLessThan(10);
            assertThat(log.size()).isEqualTo((5 << 20) + 4);
        }
    }

    private void append(String text) throws IOException {
        Files.writeString(temp.resolve("spool.stdout"), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void drain(Spool spool) throws IOException {
        var chunk = new byte[16 * 1024];
        for (int count = spool.read(chunk); count > 0; count = spool.read(chunk)) {
            log.write(chunk, 0, count);
            spool.copied(count);
        }
    }
}
