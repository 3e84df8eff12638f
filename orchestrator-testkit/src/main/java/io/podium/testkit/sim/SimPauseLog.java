package io.podium.testkit.sim;

import io.podium.api.dispatch.Pause;
import io.podium.api.dispatch.Task;
import io.podium.dispatch.Nanos;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The standstills that a test has staged. */
final class SimPauseLog {
    private final Agenda agenda;
    private final List<Ended> ended = new ArrayList<>();
    private final List<Listener> listeners = new ArrayList<>();
    private long standstill;

    private record Ended(long nanos, Duration length) {}

    private record Listener(SimScope scope, SimTask handle, Consumer<Pause> action) {}

    SimPauseLog(Agenda agenda) {
        this.agenda = agenda;
    }

    long awakeNanos() {
        return agenda.now() - standstill;
    }

    Duration longestWithin(Duration window) {
        long since = agenda.now() - Nanos.ofDelay(window);
        return ended.stream()
                .filter(pause -> pause.nanos() >= since)
                .map(Ended::length)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** A standing listener is a task that is never due: cancelling it, or closing its scope, removes the listener. */
    Task listen(SimScope scope, String name, Consumer<Pause> action) {
        var handle = scope.standby(name, Duration.ofNanos(Nanos.LONGEST), () -> {});
        listeners.removeIf(listener -> listener.handle().isDone());
        listeners.add(new Listener(scope, (SimTask) handle, action));
        return handle;
    }

    void add(Duration length) {
        standstill += length.toNanos();
        ended.add(new Ended(agenda.now(), length));
        var pause = new Pause(agenda.wallTime(), length);
        for (var listener : listeners) {
            if (!listener.handle().isDone()) {
                listener.scope()
                        .execute(
                                listener.handle().name(),
                                () -> listener.action().accept(pause));
            }
        }
    }
}
