package io.podium.runtime.host;

import io.podium.api.dispatch.Dispatcher;
import io.podium.api.runtime.RuntimeFailure;
import io.podium.api.runtime.SandboxSpec;
import io.podium.api.runtime.SandboxStatus;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** The sandboxes of one runtime: directories and addresses. */
public final class HostSandboxes {
    private final Dispatcher dispatcher;
    private final BlockingCalls calls;
    private final PodAddresses addresses;
    private final RuntimeEvents events;
    private final Inventory<HostSandbox> sandboxes = new Inventory<>("sandbox");

    /**
     * None yet.
     *
     * @param dispatcher the runtime's scope
     * @param events told of changes
     */
    public HostSandboxes(Dispatcher dispatcher, RuntimeEvents events) {
        this.dispatcher = dispatcher;
        this.events = events;
        calls = new BlockingCalls(dispatcher);
        addresses = new PodAddresses(dispatcher.random("addresses"));
    }

    /**
     * Whether each pod has an address of its own.
     *
     * @return false if pods are told apart by ports
     */
    public boolean ownAddresses() {
        return addresses.ownAddresses();
    }

    /**
     * Makes one.
     *
     * @param id its id
     * @param spec what pod it is for
     * @return the sandbox, ready
     */
    public HostSandbox create(String id, SandboxSpec spec) {
        var sandbox = calls.call("create sandbox", () -> {
            Files.createDirectories(spec.root());
            return new HostSandbox(id, spec, dispatcher.now(), addresses.claim(spec));
        });
        sandboxes.add(id, sandbox);
        events.changed(sandbox);
        return sandbox;
    }

    /**
     * Takes one over that an earlier JVM made.
     *
     * @param id its id
     * @param saved what is known of it
     * @return the sandbox, ready
     */
    public HostSandbox adopt(String id, SavedSandbox saved) {
        var sandbox = new HostSandbox(id, saved.spec(), saved.createdAt(), addresses.reclaim(saved.reach()));
        sandboxes.add(id, sandbox);
        return sandbox;
    }

    /**
     * Removes one, with the roots of its containers.
     *
     * @param sandbox the sandbox, stopped
     */
    public void remove(HostSandbox sandbox) {
        calls.call("remove sandbox", () -> {
            ContainerRoot.deleteAll(sandbox.spec().root());
            return sandbox;
        });
        sandboxes.remove(sandbox.id());
        events.changed(sandbox);
    }

    /**
     * Stops one: it gives its address back.
     *
     * @param sandbox the sandbox, in which nothing runs
     */
    public void stop(HostSandbox sandbox) {
        sandbox.stop();
        events.changed(sandbox);
    }

    /**
     * Looks one up.
     *
     * @param id its id
     * @return the sandbox, or empty if it is gone
     */
    public Optional<HostSandbox> find(String id) {
        return sandboxes.find(id);
    }

    /**
     * Looks one up that must be there.
     *
     * @param id its id
     * @return the sandbox
     * @throws RuntimeFailure with {@link RuntimeFailure.Code#NOT_FOUND} if it is not
     */
    public HostSandbox get(String id) {
        return sandboxes.get(id);
    }

    /**
     * Looks one up in which a container is to be made.
     *
     * @param id its id
     * @return the sandbox
     * @throws RuntimeFailure with {@link RuntimeFailure.Code#WRONG_STATE} if it is stopped
     */
    public HostSandbox ready(String id) {
        var sandbox = sandboxes.get(id);
        if (!sandbox.isReady()) {
            throw new RuntimeFailure(
                    RuntimeFailure.Code.WRONG_STATE, "sandbox " + id + " is stopped; create another one");
        }
        return sandbox;
    }

    /**
     * All of them.
     *
     * @return a copy, oldest first
     */
    public List<HostSandbox> all() {
        return sandboxes.all();
    }

    /**
     * How all of them are.
     *
     * @return their statuses, oldest first
     */
    public List<SandboxStatus> statuses() {
        return all().stream().map(HostSandbox::status).toList();
    }
}
