package io.podium.runtime.process;

import io.podium.api.dispatch.Dispatcher;
import io.podium.api.dispatch.Promise;
import io.podium.api.runtime.ExecSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A command that runs in a container beside its program, in a session of its own. */
final class ExecProcess implements ExecSession {
    private static final Logger log = LoggerFactory.getLogger(ProcessRuntime.class);

    private final Process process;
    private final ProcessId leader;
    private final ProcessTable table;
    private final Promise<Integer> end;

    ExecProcess(Process process, boolean stdin, ProcessTable table, Dispatcher dispatcher) throws IOException {
        this.process = process;
        this.table = table;
        leader = table.identify(process.pid()).orElseGet(() -> new ProcessId(process.pid(), "0"));
        end = dispatcher.promise("end of an exec");
        process.onExit().thenRun(() -> end.complete(process.exitValue()));
        if (!stdin) {
            process.getOutputStream().close();
        }
    }

    @Override
    public OutputStream stdin() {
        return process.getOutputStream();
    }

    @Override
    public InputStream stdout() {
        return process.getInputStream();
    }

    @Override
    public InputStream stderr() {
        return process.getErrorStream();
    }

    @Override
    public int await() throws InterruptedException {
        try {
            return end.await();
        } catch (ExecutionException e) {
            throw new IllegalStateException("an exit code that is no exit code", e);
        }
    }

    int await(Duration atMost) throws InterruptedException, TimeoutException {
        try {
            return end.await(atMost);
        } catch (ExecutionException e) {
            throw new IllegalStateException("an exit code that is no exit code", e);
        }
    }

    /** There is no terminal whose size could change: terminals are refused when the command is started. */
    @Override
    public void resize(int columns, int rows) {
        log.atDebug().addKeyValue("columns", columns).addKeyValue("rows", rows).log("No terminal to resize");
    }

    /** Kills the command and its session, then closes its pipes. */
    @Override
    public void close() {
        if (process.isAlive()) {
            table.killSession(leader);
            process.destroyForcibly();
        }
        closeQuietly(process.getOutputStream());
        closeQuietly(process.getInputStream());
        closeQuietly(process.getErrorStream());
    }

    private static void closeQuietly(AutoCloseable stream) {
        try {
            stream.close();
        } catch (Exception e) {
            log.atDebug().setCause(e).log("A pipe was closed before");
        }
    }
}
