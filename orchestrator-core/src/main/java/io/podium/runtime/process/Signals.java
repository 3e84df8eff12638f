package io.podium.runtime.process;

import io.podium.api.dispatch.Dispatcher;
import io.podium.api.runtime.RuntimeFailure;
import io.podium.runtime.host.BlockingCalls;
import java.util.regex.Pattern;

/** Sends signals to processes. */
final class Signals {
    private static final Pattern NAME = Pattern.compile("[A-Z0-9+-]{1,16}");

    private Signals() {}

    /**
     * Sends a signal.
     *
     * @param signal its name, with or without {@code SIG}
     */
    static void send(Dispatcher dispatcher, long pid, String signal) {
        var name = signal.startsWith("SIG") ? signal.substring(3) : signal;
        switch (name) {
            case "TERM" -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
            case "KILL" -> ProcessTable.kill(pid);
            default -> sendByShell(dispatcher, pid, name);
        }
    }

    /** Java sends two signals only; the shell knows all by name. */
    private static void sendByShell(Dispatcher dispatcher, long pid, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new RuntimeFailure(RuntimeFailure.Code.FAILED, "no signal is called SIG" + name + "; see kill -l");
        }
        try {
            int code = dispatcher.blocking(
                    "send SIG" + name,
                    () -> new ProcessBuilder(
                                    "/bin/sh",
                                    "-c",
                                    "kill -s \"$1\" \"$2\" 2>/dev/null",
                                    "kill",
                                    name,
                                    Long.toString(pid))
                            .start()
                            .waitFor());
            if (code != 0 && ProcessHandle.of(pid).isPresent()) {
                throw new RuntimeFailure(
                        RuntimeFailure.Code.FAILED,
                        "SIG" + name + " cannot be sent to process " + pid + "; see kill -l");
            }
        } catch (InterruptedException e) {
            throw BlockingCalls.interrupted("sending SIG" + name);
        } catch (RuntimeFailure e) {
            throw e;
        } catch (Exception e) {
            throw new RuntimeFailure(RuntimeFailure.Code.FAILED, "SIG" + name + " cannot be sent to process " + pid, e);
        }
    }
}
