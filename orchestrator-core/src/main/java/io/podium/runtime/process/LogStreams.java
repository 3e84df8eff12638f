package io.podium.runtime.process;

import io.podium.runtime.logs.CriLogWriter;
import java.io.OutputStream;

/** A container's log with the two streams into it. */
final class LogStreams implements AutoCloseable {
    private final CriLogWriter log;
    private final OutputStream stdout;
    private final OutputStream stderr;

    LogStreams(CriLogWriter log) {
        this.log = log;
        stdout = log.stream("stdout");
        stderr = log.stream("stderr");
    }

    OutputStream stdout() {
        return stdout;
    }

    OutputStream stderr() {
        return stderr;
    }

    /** Closes the log; the streams are closed by whoever writes to them. */
    @Override
    public void close() {
        log.close();
    }
}
