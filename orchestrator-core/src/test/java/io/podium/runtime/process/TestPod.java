package io.podium.runtime.process;

import io.podium.api.runtime.ContainerRuntime;
import io.podium.api.runtime.ContainerSpec;
import io.podium.api.runtime.ContainerStatus;
import io.podium.api.runtime.SandboxSpec;
import io.podium.api.runtime.SandboxStatus;
import io.podium.runtime.logs.CriLog;
import io.podium.runtime.logs.LogQuery;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A pod's sandbox and the containers that a test makes in it. */
final class TestPod {
    private final ContainerRuntime runtime;
    private final Path root;
    final SandboxStatus sandbox;

    TestPod(ContainerRuntime runtime, Path root) {
        this.runtime = runtime;
        this.root = root;
        sandbox = runtime.createSandbox(new SandboxSpec(
                "default",
                "web",
                "uid-1",
                0,
                "web",
                false,
                List.of(new SandboxSpec.Port(8080, 0, "TCP")),
                root,
                Map.of("io.kubernetes.pod.name", "web")));
    }

    Path root() {
        return root;
    }

    Path log(String name) {
        return root.resolve("logs").resolve(name + ".log");
    }

    String output(String name) {
        return new CriLog(log(name)).text(LogQuery.ALL);
    }

    ContainerSpec spec(String name, String... command) {
        return new ContainerSpec(
                name,
                0,
                "host",
                List.of(command),
                List.of(),
                "",
                List.of(),
                List.of(),
                ContainerSpec.Limits.NONE,
                null,
                log(name),
                root.resolve("termination-" + name),
                "/dev/termination-log",
                false,
                false,
                Map.of("io.kubernetes.container.name", name));
    }

    ContainerSpec limited(ContainerSpec spec, ContainerSpec.Limits limits) {
        return new ContainerSpec(
                spec.name(),
                spec.attempt(),
                spec.image(),
                spec.command(),
                spec.args(),
                spec.workingDir(),
                spec.env(),
                spec.mounts(),
                limits,
                spec.user(),
                spec.logPath(),
                spec.terminationMessage(),
                spec.terminationMessagePath(),
                spec.stdin(),
                spec.tty(),
                spec.labels());
    }

    String start(ContainerSpec spec) {
        var id = runtime.createContainer(sandbox.id(), spec).id();
        runtime.startContainer(id);
        return id;
    }

    String start(String name, String... command) {
        return start(spec(name, command));
    }

    /** Waits for the end, as an agent would: events are hints, so it looks again. */
    ContainerStatus awaitEnd(String id) throws InterruptedException {
        var lock = new Semaphore(0);
        try (var events = runtime.subscribe(event -> lock.release())) {
            var deadline = Instant.now().plus(Duration.ofSeconds(60));
            while (Instant.now().isBefore(deadline)) {
                var status = runtime.container(id).orElseThrow();
                if (status.state() == ContainerStatus.State.EXITED) {
                    return status;
                }
                lock.tryAcquire(200, TimeUnit.MILLISECONDS);
            }
        }
        throw new AssertionError("container has not ended: " + runtime.container(id));
    }
}
