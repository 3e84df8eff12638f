package io.podium.api.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A runtime that passes its calls on to another one. Override what is to be different, or {@link #call} to stand around all that do something. */
public abstract class ForwardingRuntime implements ContainerRuntime {
    private final ContainerRuntime runtime;

    /**
     * Stands before a runtime.
     *
     * @param runtime does the work
     */
    protected ForwardingRuntime(ContainerRuntime runtime) {
        this.runtime = runtime;
    }

    /**
     * Makes a call about images, sandboxes or containers. What a runtime only says of itself, subscriptions and closing do not come here.
     *
     * @param <T> what it returns
     * @param work calls the other runtime
     * @return what that returned
     */
    protected <T> T call(Supplier<T> work) {
        return work.get();
    }

    private void run(Runnable work) {
        call(() -> {
            work.run();
            return this;
        });
    }

    @Override
    public String name() {
        return runtime.name();
    }

    @Override
    public String version() {
        return runtime.version();
    }

    @Override
    public Set<Capability> capabilities() {
        return runtime.capabilities();
    }

    @Override
    public Optional<Image> image(String reference) {
        return call(() -> runtime.image(reference));
    }

    @Override
    public Image pull(String reference, Credentials credentials) {
        return call(() -> runtime.pull(reference, credentials));
    }

    @Override
    public List<Image> images() {
        return call(() -> runtime.images());
    }

    @Override
    public SandboxStatus createSandbox(SandboxSpec spec) {
        return call(() -> runtime.createSandbox(spec));
    }

    @Override
    public void stopSandbox(String sandboxId) {
        run(() -> runtime.stopSandbox(sandboxId));
    }

    @Override
    public void removeSandbox(String sandboxId) {
        run(() -> runtime.removeSandbox(sandboxId));
    }

    @Override
    public List<SandboxStatus> sandboxes() {
        return call(() -> runtime.sandboxes());
    }

    @Override
    public Map<String, String> variables(String sandboxId, String container) {
        return call(() -> runtime.variables(sandboxId, container));
    }

    @Override
    public ContainerStatus createContainer(String sandboxId, ContainerSpec spec) {
        return call(() -> runtime.createContainer(sandboxId, spec));
    }

    @Override
    public void startContainer(String containerId) {
        run(() -> runtime.startContainer(containerId));
    }

    @Override
    public void stopContainer(String containerId, String signal, Duration grace) {
        run(() -> runtime.stopContainer(containerId, signal, grace));
    }

    @Override
    public void removeContainer(String containerId) {
        run(() -> runtime.removeContainer(containerId));
    }

    @Override
    public Optional<ContainerStatus> container(String containerId) {
        return call(() -> runtime.container(containerId));
    }

    @Override
    public List<ContainerStatus> containers() {
        return call(() -> runtime.containers());
    }

    @Override
    public ExecResult exec(String containerId, List<String> command, Duration timeout) {
        return call(() -> runtime.exec(containerId, command, timeout));
    }

    @Override
    public ExecSession openExec(String containerId, ExecRequest request) {
        return call(() -> runtime.openExec(containerId, request));
    }

    @Override
    public Optional<ProbeAnswer> answer(String containerId, String probe) {
        return call(() -> runtime.answer(containerId, probe));
    }

    @Override
    public Optional<ContainerStats> stats(String containerId) {
        return call(() -> runtime.stats(containerId));
    }

    @Override
    public Subscription subscribe(Consumer<RuntimeEvent> listener) {
        return runtime.subscribe(listener);
    }

    @Override
    public Machine machine() {
        return runtime.machine();
    }

    @Override
    public void close() {
        runtime.close();
    }
}
