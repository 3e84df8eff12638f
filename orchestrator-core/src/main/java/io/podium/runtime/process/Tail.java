package io.podium.runtime.process;

import io.podium.api.dispatch.Dispatcher;
import io.podium.api.dispatch.Signal;
import io.podium.api.dispatch.Task;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Copies what a source has, as often as it has something. */
final class Tail {
    private static final Logger log = LoggerFactory.getLogger(ProcessRuntime.class);
    private static final Duration SHORTEST = Duration.ofMillis(2);
    private static final Duration LONGEST = Duration.ofMillis(50);
    private static final Duration LOOP_GRACE = Duration.ofSeconds(5);

    private final Dispatcher dispatcher;
    private final String name;
    private final Source source;
    private final OutputStream to;
    private final Signal wake;
    private final byte[] chunk = new byte[16 * 1024];
    private volatile boolean stopped;
    private volatile @Nullable Task loop;

    /** Where output is. */
    @FunctionalInterface
    interface Source {
        /** Takes what is there, without waiting: the number of bytes, 0 if there is nothing at present. */
        int read(byte[] chunk) throws IOException;

        /** What was read is in the log. */
        default void copied(int count) throws IOException {
            // nothing to remember
        }
    }

    Tail(Dispatcher dispatcher, String name, Source source, OutputStream to) {
        this.dispatcher = dispatcher;
        this.name = name;
        this.source = source;
        this.to = to;
        wake = dispatcher.signal("end of " + name);
    }

    void start() {
        loop = dispatcher.execute(name, this::run);
    }

    private void run() {
        var idle = SHORTEST;
        try {
            while (!stopped) {
                if (copy()) {
                    idle = SHORTEST;
                } else {
                    wake.await(() -> stopped, idle);
                    idle = idle.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : idle.multipliedBy(2);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            log.atWarn().addKeyValue("stream", name).setCause(e).log("Output is no longer copied to the log");
        }
    }

    /** Returns false if there was nothing. */
    private boolean copy() throws IOException {
        int count = source.read(chunk);
        if (count > 0) {
            to.write(chunk, 0, count);
            source.copied(count);
        }
        return count > 0;
    }

    /** Copies the rest, when nothing will be added to the source. */
    void finish() throws InterruptedException {
        if (!stop()) {
            return;
        }
        try {
            while (copy()) {
                // until there is nothing
            }
        } catch (IOException e) {
            log.atDebug().addKeyValue("stream", name).setCause(e).log("The end of a stream cannot be read");
        }
    }

    /** Ends the loop between two reads, so that nothing is lost; false if it does not end. */
    private boolean stop() throws InterruptedException {
        stopped = true;
        wake.pulse();
        var running = loop;
        boolean ended = running == null || Patience.of(dispatcher, LOOP_GRACE).join(running);
        if (!ended) {
            log.atWarn().addKeyValue("stream", name).log("Output is copied too slowly, its end is lost");
        }
        return ended;
    }

    /** Stops copying and ends the last line. */
    void close() {
        try {
            stop();
            to.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            log.atWarn().addKeyValue("stream", name).setCause(e).log("The last line of output is lost");
        }
    }
}
