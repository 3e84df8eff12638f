package io.podium.runtime.process;

import io.podium.api.dispatch.Dispatcher;
import io.podium.api.dispatch.Task;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two threads that wait for output: for programs that end with this JVM. */
final class PumpedOutput implements ProgramOutput {
    private static final Logger log = LoggerFactory.getLogger(ProcessRuntime.class);
    /** What the program has left running, in a session of its own and without its mark, may hold the pipes for ever. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Dispatcher dispatcher;
    private final String name;
    private final Process shim;
    private final LogStreams streams;
    private List<Task> pumps = List.of();

    PumpedOutput(Dispatcher dispatcher, String name, Process shim, LogStreams streams) {
        this.dispatcher = dispatcher;
        this.name = name;
        this.shim = shim;
        this.streams = streams;
    }

    @Override
    public void start() {
        pumps = List.of(
                OutputPump.start(dispatcher, name + " stdout", shim.getInputStream(), streams.stdout()),
                OutputPump.start(dispatcher, name + " stderr", shim.getErrorStream(), streams.stderr()));
    }

    @Override
    public List<Long> carriers() {
        return List.of();
    }

    @Override
    public void finish() throws InterruptedException {
        try {
            var patience = Patience.of(dispatcher, GRACE);
            for (var pump : pumps) {
                if (!patience.join(pump)) {
                    log.atWarn()
                            .addKeyValue("stream", pump.name())
                            .log("Something that a program has left running holds its output, which is read no longer");
                }
            }
        } finally {
            letGo();
        }
    }

    @Override
    public void letGo() {
        closeLifeline(shim);
        streams.close();
    }

    static void closeLifeline(Process shim) {
        try {
            shim.getOutputStream().close();
        } catch (IOException e) {
            log.atDebug().setCause(e).log("A lifeline was closed before");
        }
    }
}
