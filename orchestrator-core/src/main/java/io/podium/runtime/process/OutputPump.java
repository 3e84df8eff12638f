package io.podium.runtime.process;

import io.podium.api.dispatch.Dispatcher;
import io.podium.api.dispatch.Task;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Copies what a program prints until it ends. */
final class OutputPump {
    private static final Logger log = LoggerFactory.getLogger(ProcessRuntime.class);
    private static final int CHUNK = 16 * 1024;

    private OutputPump() {}

    static Task start(Dispatcher dispatcher, String name, InputStream from, OutputStream to) {
        return dispatcher.pump(name, () -> copy(name, from, to));
    }

    /** A log that cannot be written does not stop the program: its output is read on, and dropped. */
    private static void copy(String name, InputStream from, OutputStream to) {
        var chunk = new byte[CHUNK];
        boolean works = true;
        try (from) {
            for (int count = from.read(chunk); count >= 0; count = from.read(chunk)) {
                works = works && write(name, to, chunk, count);
            }
        } catch (IOException e) {
            log.atDebug().addKeyValue("stream", name).setCause(e).log("A stream was closed while it was read");
        }
        if (works) {
            close(name, to);
        }
    }

    private static boolean write(String name, OutputStream to, byte[] chunk, int count) {
        try {
            to.write(chunk, 0, count);
            return true;
        } catch (IOException e) {
            log.atWarn()
                    .addKeyValue("stream", name)
                    .setCause(e)
                    .log("Output cannot be written, and is dropped from here on");
            return false;
        }
    }

    private static void close(String name, OutputStream to) {
        try {
            to.close();
        } catch (IOException e) {
            log.atWarn().addKeyValue("stream", name).setCause(e).log("The last line of output is lost");
        }
    }
}
