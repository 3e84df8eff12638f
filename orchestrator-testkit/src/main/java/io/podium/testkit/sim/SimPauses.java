package io.podium.testkit.sim;

import io.podium.api.dispatch.Pause;
import io.podium.api.dispatch.Pauses;
import io.podium.api.dispatch.Task;
import java.time.Duration;
import java.util.function.Consumer;

/** The staged standstills, with listeners that belong to one scope. */
record SimPauses(SimScope scope) implements Pauses {

    @Override
    public long awakeNanos() {
        return scope.simulation.pauses.awakeNanos();
    }

    @Override
    public Duration longestWithin(Duration window) {
        return scope.simulation.pauses.longestWithin(window);
    }

    @Override
    public Task onPause(String name, Consumer<Pause> listener) {
        return scope.simulation.pauses.listen(scope, name, listener);
    }
}
