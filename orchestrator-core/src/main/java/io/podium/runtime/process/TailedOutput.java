package io.podium.runtime.process;

import io.podium.api.dispatch.Dispatcher;
import java.io.InputStream;
import java.util.List;

/**
 * Looks for output again and again: for programs that outlive this JVM. A thread that waits for output cannot be called off without losing
 * what it is just reading; one that only takes what is there can.
 */
final class TailedOutput implements ProgramOutput {
    private final LogStreams streams;
    private final List<Tail> tails;
    private final Runnable release;
    private final List<Spool> spools;

    private TailedOutput(LogStreams streams, List<Tail> tails, List<Spool> spools, Runnable release) {
        this.streams = streams;
        this.tails = tails;
        this.spools = spools;
        this.release = release;
    }

    /** Of a shim that this JVM has started: from its pipes, until the lifeline is let go and the keeper takes them. */
    static TailedOutput ofPipes(Dispatcher dispatcher, String name, Process shim, LogStreams streams) {
        var tails = List.of(
                new Tail(dispatcher, name + " stdout", of(shim.getInputStream()), streams.stdout()),
                new Tail(dispatcher, name + " stderr", of(shim.getErrorStream()), streams.stderr()));
        return new TailedOutput(streams, tails, List.of(), () -> PumpedOutput.closeLifeline(shim));
    }

    private static Tail.Source of(InputStream pipe) {
        return chunk -> {
            int present = Math.min(chunk.length, pipe.available());
            return present == 0 ? 0 : Math.max(0, pipe.read(chunk, 0, present));
        };
    }

    /** Of a shim that another JVM has started: from the files into which its keeper copies. */
    static TailedOutput ofSpools(Dispatcher dispatcher, String name, Spool stdout, Spool stderr, LogStreams streams) {
        var tails = List.of(
                new Tail(dispatcher, name + " stdout", stdout, streams.stdout()),
                new Tail(dispatcher, name + " stderr", stderr, streams.stderr()));
        return new TailedOutput(streams, tails, List.of(stdout, stderr), () -> {});
    }

    @Override
    public void start() {
        tails.forEach(Tail::start);
    }

    @Override
    public List<Long> carriers() {
        return spools.stream().flatMap(spool -> spool.spooler().stream()).toList();
    }

    @Override
    public void finish() throws InterruptedException {
        try {
            for (var spool : spools) {
                spool.awaitEnd();
            }
            for (var tail : tails) {
                tail.finish();
            }
        } finally {
            letGo();
        }
    }

    @Override
    public void letGo() {
        tails.forEach(Tail::close);
        release.run();
        streams.close();
    }
}
