package io.podium.agent;

import io.podium.api.client.ApiException;
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
import io.podium.api.runtime.RuntimeFailure;
import io.podium.api.runtime.SandboxSpec;
import io.podium.api.runtime.SandboxStatus;
import io.podium.api.runtime.Subscription;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A runtime as its agent sees it: whatever a call throws is a {@link RuntimeFailure}, because runtimes, and the scripts of simulated ones,
 * are written by others. So every failure takes the way of the failures that were foreseen: Event, condition, back-off.
 */
final class GuardedRuntime implements ContainerRuntime {
    private final ContainerRuntime runtime;

    GuardedRuntime(ContainerRuntime runtime) {
        this.runtime = runtime;
    }

    private static RuntimeException failure(RuntimeException thrown) {
        return thrown instanceof RuntimeFailure || thrown instanceof ApiException
                ? thrown
                : new RuntimeFailure(RuntimeFailure.Code.FAILED, thrown.toString(), thrown);
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
        try {
            return runtime.image(reference);
        } catch (RuntimeException e) {
            throw failure(e);
        }
    }

    @Override
    public Image pull(String reference, Credentials credentials) {
        try {
            return runtime.pull(reference, credentials);
        } catch (RuntimeException e) {
            throw failure(e);
        }
    }

    @Override
    public List<Image> images() {
        try {
            return runtime.images();
        } catch (RuntimeException e) {
            throw failure(e);
        }
    }

    @Override
    public SandboxStatus createSandbox(SandboxSpec spec) {
        try {
            return runtime.createSandbox(spec);
        } catch (RuntimeException e) {
            throw failure(e);
        }
    }

    @Override
    public void stopSandbox(String sandboxId) {
        try {
            runtime.stopSandbox(sandboxId);
        } catch (RuntimeException e) {
            throw failure(e);
        }
    }

    @Override
    public void removeSandbox(String sandboxId) {
        try {
            runtime.removeSandbox(sandboxId);
        } catch (RuntimeException e) {
            throw failure(e);
        }
    }

    @Override
    public List<SandboxStatus> sandboxes() {
        try {
            return runtime.sandboxes();
        } catch (RuntimeException e) {
            throw failure(e);
        }
    }

    @Override
    public Map<String, String> variables(String sandboxId, String container) {
        try {
            return runtime.variables(sandboxId, container);
        } catch (RuntimeException e) {
            throw failure(e);
        }
    }

    @Override
    public ContainerStatus createContainer(String sandboxId, ContainerSpec spec) {
        try {
            return runtime.createContainer(sandboxId, spec);
        } catch (RuntimeException e) {
            throw failure(e);
        }
    }

    @Override
    public void startContainer(String containerId) {
        try {
            runtime.startContainer(containerId);
        } catch (RuntimeException e) {
            throw failure(e);
        }
    }

    @Override
    public void stopContainer(String containerId, String signal, Duration grace) {
        try {
            runtime.stopContainer(containerId, signal, grace);
        } catch (RuntimeException e) {
            throw failure(e);
        }
    }

    @Override
    public void removeContainer(String containerId) {
        try {
            runtime.removeContainer(containerId);
        } catch (RuntimeException e) {
            throw failure(e);
        }
    }

    @Override
    public Optional<ContainerStatus> container(String containerId) {
        try {
            return runtime.container(containerId);
        } catch (RuntimeException e) {
            throw failure(e);
        }
    }

    @Override
    public List<ContainerStatus> containers() {
        try {
            return runtime.containers();
        } catch (RuntimeException e) {
            throw failure(e);
        }
    }

    @Override
    public ExecResult exec(String containerId, List<String> command, Duration timeout) {
        try {
            return runtime.exec(containerId, command, timeout);
        } catch (RuntimeException e) {
            throw failure(e);
        }
    }

    @Override
    public ExecSession openExec(String containerId, ExecRequest request) {
        try {
            return runtime.openExec(containerId, request);
        } catch (RuntimeException e) {
            throw failure(e);
        }
    }

    @Override
    public Optional<ProbeAnswer> answer(String containerId, String probe) {
        try {
            return runtime.answer(containerId, probe);
        } catch (RuntimeException e) {
            throw failure(e);
        }
    }

    @Override
    public Optional<ContainerStats> stats(String containerId) {
        try {
            return runtime.stats(containerId);
        } catch (RuntimeException e) {
            throw failure(e);
        }
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
