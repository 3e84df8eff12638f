package io.podium.runtime.host;

import io.podium.api.dispatch.Dispatcher;
import io.podium.api.runtime.ContainerStatus;
import io.podium.api.runtime.RuntimeFailure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The containers of one runtime, and how they start and end with the sandboxes that they are in.
 *
 * @param <C> how the runtime runs them
 */
public final class HostContainers<C extends HostedContainer> {
    private final Dispatcher dispatcher;
    private final HostSandboxes sandboxes;
    private final RuntimeEvents events;
    private final Inventory<C> containers = new Inventory<>("container");

    /**
     * None yet.
     *
     * @param dispatcher the runtime's scope
     * @param sandboxes where they run
     * @param events told of changes
     */
    public HostContainers(Dispatcher dispatcher, HostSandboxes sandboxes, RuntimeEvents events) {
        this.dispatcher = dispatcher;
        this.sandboxes = sandboxes;
        this.events = events;
    }

    /**
     * Adds one.
     *
     * @param container the container, whatever its state
     */
    public void add(C container) {
        containers.add(container.container().id(), container);
    }

    /**
     * Looks one up.
     *
     * @param id its id
     * @return the container, or empty if it is gone
     */
    public Optional<C> find(String id) {
        return containers.find(id);
    }

    /**
     * Looks one up that must be there.
     *
     * @param id its id
     * @return the container
     * @throws RuntimeFailure with {@link RuntimeFailure.Code#NOT_FOUND} if it is not
     */
    public C get(String id) {
        return containers.get(id);
    }

    /**
     * All of them.
     *
     * @return a copy, oldest first
     */
    public List<C> all() {
        return containers.all();
    }

    /**
     * How one is.
     *
     * @param id its id
     * @return its status, or empty if it is gone
     */
    public Optional<ContainerStatus> status(String id) {
        return find(id).map(container -> container.container().status());
    }

    /**
     * How all of them are.
     *
     * @return their statuses, oldest first
     */
    public List<ContainerStatus> statuses() {
        return all().stream().map(container -> container.container().status()).toList();
    }

    /**
     * Starts one, once.
     *
     * @param id its id
     * @param start starts it; what it throws is why the container has failed
     * @throws RuntimeFailure if it was started before, its sandbox is stopped, or it cannot start
     */
    public void start(String id, Consumer<C> start) {
        var container = get(id);
        var state = container.container();
        sandboxes.ready(state.sandbox().id());
        state.claimStart();
        try {
            start.accept(container);
        } catch (RuntimeFailure e) {
            state.failedToStart(e, dispatcher.now());
            events.changed(state);
            throw e;
        }
    }

    /**
     * Ends one, if it is there and runs.
     *
     * @param id its id
     * @param signal what it is asked with
     * @param grace how long it has before it is ended by force
     */
    public void stop(String id, String signal, Duration grace) {
        find(id).ifPresent(container -> container.stop(signal, grace));
    }

    /**
     * Ends and forgets one, if it is there.
     *
     * @param id its id
     */
    public void remove(String id) {
        find(id).ifPresent(container -> {
            container.stop("SIGKILL", Duration.ZERO);
            container.release();
            containers.remove(id);
            events.changed(container.container());
        });
    }

    /**
     * Stops a sandbox, if it is there, after everything in it.
     *
     * @param id its id
     */
    public void stopSandbox(String id) {
        sandboxes.find(id).ifPresent(sandbox -> {
            in(sandbox).forEach(container -> container.stop("SIGKILL", Duration.ZERO));
            sandboxes.stop(sandbox);
        });
    }

    /**
     * Stops and removes a sandbox, if it is there, with everything in it.
     *
     * @param id its id
     */
    public void removeSandbox(String id) {
        stopSandbox(id);
        sandboxes.find(id).ifPresent(sandbox -> {
            in(sandbox).forEach(container -> remove(container.container().id()));
            sandboxes.remove(sandbox);
        });
    }

    private List<C> in(HostSandbox sandbox) {
        return all().stream()
                .filter(container -> container.container().sandbox() == sandbox)
                .toList();
    }
}
