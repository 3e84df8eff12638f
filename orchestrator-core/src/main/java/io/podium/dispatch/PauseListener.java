package io.podium.dispatch;

import io.podium.api.dispatch.Pause;
import java.util.function.Consumer;

/** Stands by for standstills until it is cancelled or its scope closed. */
final class PauseListener extends LiveTask {
    private final Consumer<Pause> listener;

    PauseListener(SystemScope scope, String name, Consumer<Pause> listener) {
        super(scope, name);
        this.listener = listener;
    }

    void notice(Pause pause) {
        scope.execute(name(), () -> listener.accept(pause));
    }

    @Override
    void withdraw() {
        scope.engine.watch.remove(this);
        finish();
    }

    @Override
    String state() {
        return "listening for standstills";
    }
}
