package io.podium.runtime.jvm;

import io.podium.api.dispatch.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The request to end, made once. */
final class Cancellation {
    private final Signal made;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Consumer<String>> actions = new ArrayList<>();
    private @Nullable String signal;

    Cancellation(Signal made) {
        this.made = made;
    }

    /** Makes it, and runs what was to be run; a second time does nothing. */
    void cancel(String asked) {
        List<Consumer<String>> due;
        lock.lock();
        try {
            if (signal != null) {
                return;
            }
            signal = asked;
            due = List.copyOf(actions);
        } finally {
            lock.unlock();
        }
        made.pulse();
        due.forEach(action -> action.accept(asked));
    }

    boolean isCancelled() {
        return signal() != null;
    }

    private @Nullable String signal() {
        lock.lock();
        try {
            return signal;
        } finally {
            lock.unlock();
        }
    }

    /** Runs an action when it is made, or now if it was. */
    void onCancel(Consumer<String> action) {
        String asked;
        lock.lock();
        try {
            actions.add(action);
            asked = signal;
        } finally {
            lock.unlock();
        }
        if (asked != null) {
            action.accept(asked);
        }
    }

    void await() throws InterruptedException {
        made.await(this::isCancelled);
    }

    boolean await(Duration atMost) throws InterruptedException {
        return made.await(this::isCancelled, atMost);
    }

    /** 128 plus the number of the signal, as of a process that does not handle it. */
    int exitCode() {
        var asked = signal();
        return switch (asked == null ? "" : asked) {
            case "SIGHUP" -> 129;
            case "SIGINT" -> 130;
            case "SIGQUIT" -> 131;
            case "SIGKILL" -> 137;
            default -> 143;
        };
    }
}
