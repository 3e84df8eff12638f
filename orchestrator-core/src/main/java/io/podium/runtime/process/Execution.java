package io.podium.runtime.process;

import io.podium.api.dispatch.Dispatcher;
import io.podium.api.dispatch.Task;
import io.podium.api.runtime.ExecResult;
import io.podium.api.runtime.RuntimeFailure;
import io.podium.runtime.host.BlockingCalls;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** Waits for the end of a command and keeps the beginning of what it prints. */
final class Execution {
    private static final int KEPT = 16 * 1024;
    /** How long output may lag behind the end of the command: what it left running may hold the pipe for ever. */
    private static final Duration OUTPUT_GRACE = Duration.ofSeconds(5);

    private Execution() {}

    static ExecResult await(ExecProcess command, List<String> words, Duration timeout, Dispatcher dispatcher) {
        var out = new Head();
        var err = new Head();
        var pumps = List.of(
                OutputPump.start(dispatcher, "exec stdout", command.stdout(), out),
                OutputPump.start(dispatcher, "exec stderr", command.stderr(), err));
        try (command) {
            int code = command.await(timeout);
            var patience = Patience.of(dispatcher, OUTPUT_GRACE);
            for (Task pump : pumps) {
                patience.join(pump);
            }
            return new ExecResult(code, out.text(), err.text());
        } catch (TimeoutException e) {
            throw new RuntimeFailure(
                    RuntimeFailure.Code.TIMEOUT,
                    "command " + words + " timed out after " + timeout + ", and was killed");
        } catch (InterruptedException e) {
            throw BlockingCalls.interrupted("running command " + words);
        }
    }

    /** Keeps the first bytes. The stream below it is synchronised by itself, and never waits. */
    private static final class Head extends OutputStream {
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            kept.write(bytes, from, Math.min(count, KEPT - kept.size()));
        }

        String text() {
            return kept.toString(StandardCharsets.UTF_8);
        }
    }
}
