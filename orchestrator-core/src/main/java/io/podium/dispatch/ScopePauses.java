package io.podium.dispatch;

import io.podium.api.dispatch.Pause;
import io.podium.api.dispatch.Pauses;
import io.podium.api.dispatch.Task;
import java.time.Duration;
import java.util.function.Consumer;

/** The engine's knowledge of standstills, with listeners that belong to one scope. */
record ScopePauses(SystemScope scope) implements Pauses {

    @Override
    public long awakeNanos() {
        return scope.engine.watch.awakeNanos();
    }

    @Override
    public Duration longestWithin(Duration window) {
        return scope.engine.watch.longestWithin(window);
    }

    @Override
    public Task onPause(String name, Consumer<Pause> listener) {
        var added = new PauseListener(scope, name, listener);
        if (scope.admit(added)) {
            scope.engine.watch.add(added);
        }
        return added;
    }
}
