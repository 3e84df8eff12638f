package io.podium.runtime.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How this JVM holds on to a running shim: the pipes from its program, and the lifeline that tells the keeper that this JVM is there.
 *
 * <p>Reading from a pipe that Java opened for a child cannot be broken off; reading through a channel can, by interrupting the thread. So,
 * where containers outlive the runtime, the same pipe is opened again as a channel.
 */
final class Attachment {
    private static final Logger log = LoggerFactory.getLogger(ProcessRuntime.class);

    private final InputStream stdout;
    private final InputStream stderr;
    private final AutoCloseable lifeline;
    private final CompletionStage<?> exit;

    private Attachment(InputStream stdout, InputStream stderr, AutoCloseable lifeline, CompletionStage<?> exit) {
        this.stdout = stdout;
        this.stderr = stderr;
        this.lifeline = lifeline;
        this.exit = exit;
    }

    /** To a shim that this JVM has just started. */
    static Attachment started(Process shim, boolean detachable) {
        var lifeline = shim.getOutputStream();
        return new Attachment(
                pipe(shim.getInputStream(), shim.pid(), 1, detachable),
                pipe(shim.getErrorStream(), shim.pid(), 2, detachable),
                lifeline,
                shim.onExit());
    }

    private static InputStream pipe(InputStream own, long pid, int descriptor, boolean detachable) {
        if (!detachable) {
            return own;
        }
        try {
            var channel = open(pid, descriptor);
            own.close();
            return Channels.newInputStream(channel);
        } catch (IOException e) {
            log.atDebug()
                    .addKeyValue("pid", pid)
                    .setCause(e)
                    .log("The shim has ended before its pipe was opened again");
            return own;
        }
    }

    private static FileChannel open(long pid, int descriptor) throws IOException {
        return FileChannel.open(Path.of("/proc/" + pid + "/fd/" + descriptor), StandardOpenOption.READ);
    }

    /**
     * To a shim that another JVM has started.
     *
     * @param keeper takes over when this JVM ends; killed when the container ends
     */
    static Attachment adopted(ProcessHandle shim, Process keeper) throws IOException {
        return new Attachment(
                Channels.newInputStream(open(shim.pid(), 3)),
                Channels.newInputStream(open(shim.pid(), 4)),
                keeper.getOutputStream(),
                shim.onExit().thenRun(keeper::destroyForcibly));
    }

    InputStream stdout() {
        return stdout;
    }

    InputStream stderr() {
        return stderr;
    }

    /** Done when the shim has ended. */
    CompletionStage<?> exit() {
        return exit;
    }

    /** Lets the keeper take over. */
    void letGo() {
        try {
            lifeline.close();
        } catch (Exception e) {
            log.atDebug().setCause(e).log("A lifeline was closed before");
        }
    }
}
