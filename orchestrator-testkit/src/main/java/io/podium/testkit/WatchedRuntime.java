package io.podium.testkit;

import io.podium.api.runtime.Capability;
import io.podium.api.runtime.ContainerRuntime;
import io.podium.api.runtime.ContainerSpec;
import io.podium.api.runtime.ContainerStats;
import io.podium.api.runtime.ContainerStatus;
import io.podium.api.runtime.Credentials;
import io.podium.api.runtime.ExecRequest;
import io.podium.api.runtime.ExecResult;
import io.podium.api.runtime.ExecSession;
import io.podium.api.runtime.Image;
import io.podium.api.runtime.Machine;
import io.podium.api.runtime.ProbeAnswer;
import io.podium.api.runtime.RuntimeEvent;
import io.podium.api.runtime.SandboxSpec;
import io.podium.api.runtime.SandboxStatus;
import io.podium.api.runtime.Subscription;
import io.podium.testkit.invariant.OneRuntimePerPod;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A container runtime that tells which pods it ran, and how often their containers were probed. */
final class WatchedRuntime implements ContainerRuntime {
    private final ContainerRuntime runtime;
    private final String node;
    private final OneRuntimePerPod pods;
    private final ProbeCount probes;

    WatchedRuntime(ContainerRuntime runtime, String node, OneRuntimePerPod pods, ProbeCount probes) {
        this.runtime = runtime;
        this.node = node;
        this.pods = pods;
        this.probes = probes;
    }

    @Override
    public SandboxStatus createSandbox(SandboxSpec spec) {
        pods.madeSandbox(spec.uid(), node);
        return runtime.createSandbox(spec);
    }

    @Override
    public Optional<ProbeAnswer> answer(String containerId, String probe) {
        var answer = runtime.answer(containerId, probe);
        if (answer.isPresent() && !answer.get().equals(ProbeAnswer.ALWAYS)) {
            probes.add();
        }
        return answer;
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
        return runtime.image(reference);
    }

    @Override
    public Image pull(String reference, Credentials credentials) {
        return runtime.pull(reference, credentials);
    }

    @Override
    public List<Image> images() {
        return runtime.images();
    }

    @Override
    public void stopSandbox(String sandboxId) {
        runtime.stopSandbox(sandboxId);
    }

    @Override
    public void removeSandbox(String sandboxId) {
        runtime.removeSandbox(sandboxId);
    }

    @Override
    public List<SandboxStatus> sandboxes() {
        return runtime.sandboxes();
    }

    @Override
    public Map<String, String> variables(String sandboxId, String container) {
        return runtime.variables(sandboxId, container);
    }

    @Override
    public ContainerStatus createContainer(String sandboxId, ContainerSpec spec) {
        return runtime.createContainer(sandboxId, spec);
    }

    @Override
    public void startContainer(String containerId) {
        runtime.startContainer(containerId);
    }

    @Override
    public void stopContainer(String containerId, String signal, Duration grace) {
        runtime.stopContainer(containerId, signal, grace);
    }

    @Override
    public void removeContainer(String containerId) {
        runtime.removeContainer(containerId);
    }

    @Override
    public Optional<ContainerStatus> container(String containerId) {
        return runtime.container(containerId);
    }

    @Override
    public List<ContainerStatus> containers() {
        return runtime.containers();
    }

    @Override
    public Subscription subscribe(Consumer<RuntimeEvent> listener) {
        return runtime.subscribe(listener);
    }

    @Override
    public ExecResult exec(String containerId, List<String> command, Duration timeout) {
        return runtime.exec(containerId, command, timeout);
    }

    @Override
    public ExecSession openExec(String containerId, ExecRequest request) {
        return runtime.openExec(containerId, request);
    }

    @Override
    public Optional<ContainerStats> stats(String containerId) {
        return runtime.stats(containerId);
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
