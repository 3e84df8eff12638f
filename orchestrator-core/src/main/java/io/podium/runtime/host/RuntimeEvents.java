package io.podium.runtime.host;

import io.podium.api.dispatch.Dispatcher;
import io.podium.api.dispatch.Lane;
import io.podium.api.runtime.RuntimeEvent;
import io.podium.api.runtime.Subscription;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Tells subscribers of changes, one after another, on a task of its own. */
public final class RuntimeEvents {
    /** Events are hints: when this many wait, further ones are dropped. */
    private static final int WAITING = 1024;

    private final Lane lane;
    private final List<Consumer<RuntimeEvent>> listeners = new CopyOnWriteArrayList<>();

    /**
     * Events of one runtime.
     *
     * @param dispatcher the runtime's scope
     */
    public RuntimeEvents(Dispatcher dispatcher) {
        lane = dispatcher.lane("events", WAITING);
    }

    /**
     * Adds a listener.
     *
     * @param listener called for each event
     * @return removes it when closed
     */
    @SuppressWarnings("UnnecessaryMethodReference")
    public Subscription subscribe(Consumer<RuntimeEvent> listener) {
        Consumer<RuntimeEvent> own = listener::accept; // so that a listener added twice is removed once
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    /**
     * Tells that a sandbox has changed.
     *
     * @param sandbox the sandbox
     */
    public void changed(HostSandbox sandbox) {
        publish(new RuntimeEvent(sandbox.spec().uid(), ""));
    }

    /**
     * Tells that a container has changed.
     *
     * @param container the container
     */
    public void changed(HostContainer container) {
        publish(new RuntimeEvent(container.sandbox().spec().uid(), container.id()));
    }

    private void publish(RuntimeEvent event) {
        lane.offer(() -> listeners.forEach(listener -> listener.accept(event)));
    }
}
