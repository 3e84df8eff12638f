package io.podium.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.podium.api.runtime.Capability;
import io.podium.api.runtime.ContainerRuntime;
import io.podium.api.runtime.ContainerSpec;
import io.podium.api.runtime.ContainerStatus;
import io.podium.api.runtime.SandboxSpec;
import io.podium.api.runtime.SandboxStatus;
import io.podium.runtime.logs.CriLog;
import io.podium.runtime.logs.LogQuery;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A pod of the suite: its sandbox, and how its containers are made and watched. */
final class RuntimeTestPod {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(10);

    private final RuntimeFixture fixture;
    private final ContainerRuntime runtime;
    private final Path root;
    private final String sandboxId;

    private RuntimeTestPod(RuntimeFixture fixture, ContainerRuntime runtime, Path root, String sandboxId) {
        this.fixture = fixture;
        this.runtime = runtime;
        this.root = root;
        this.sandboxId = sandboxId;
    }

    static RuntimeTestPod create(RuntimeFixture fixture, ContainerRuntime runtime, Path root, String name) {
        var sandbox = runtime.createSandbox(new SandboxSpec(
                "default",
                name,
                "uid-of-" + name,
                0,
                name,
                false,
                List.of(new SandboxSpec.Port(8080, 0, "TCP")),
                root,
                Map.of("io.kubernetes.pod.name", name)));
        return new RuntimeTestPod(fixture, runtime, root, sandbox.id());
    }

    /** The same pod as another runtime sees it after a restart. */
    RuntimeTestPod seenBy(ContainerRuntime other) {
        return new RuntimeTestPod(fixture, other, root, sandboxId);
    }

    String sandboxId() {
        return sandboxId;
    }

    SandboxStatus sandbox() {
        return runtime.sandboxes().stream()
                .filter(sandbox -> sandbox.id().equals(sandboxId))
                .findFirst()
                .orElseThrow(() -> new AssertionError("sandbox " + sandboxId + " is not listed"));
    }

    /** A spec for a program; the test is skipped if the runtime cannot have such a program. */
    ContainerSpec spec(String name, TestProgram program) {
        var command = fixture.command(program);
        assumeTrue(command.isPresent(), () -> "this runtime has no program that would " + program);
        return new ContainerSpec(
                name,
                0,
                command.orElseThrow().image(),
                command.orElseThrow().words(),
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

    String create(ContainerSpec spec) {
        return runtime.createContainer(sandboxId, spec).id();
    }

    String start(ContainerSpec spec) {
        var id = create(spec);
        runtime.startContainer(id);
        return id;
    }

    String start(String name, TestProgram program) {
        return start(spec(name, program));
    }

    /** Starts a program that prints when it is ready, and waits for that. */
    String startReady(String name, TestProgram program) throws InterruptedException {
        var id = start(name, program);
        if (runtime.capabilities().contains(Capability.LOG_FILES)) {
            await("output of " + name, () -> output(name).contains(TestProgram.READY));
        }
        return id;
    }

    Path log(String name) {
        return root.resolve("logs").resolve(name).resolve("0.log");
    }

    String output(String name) {
        return new CriLog(log(name)).text(LogQuery.ALL);
    }

    ContainerStatus status(String id) {
        return runtime.container(id).orElseThrow(() -> new AssertionError("container " + id + " is gone"));
    }

    ContainerStatus awaitEnd(String id) throws InterruptedException {
        await("end of container " + id, () -> status(id).state() == ContainerStatus.State.EXITED);
        return status(id);
    }

    void await(String what, BooleanSupplier condition) throws InterruptedException {
        long begin = fixture.dispatcher().nanos();
        while (!condition.getAsBoolean()) {
            assertThat(Duration.ofNanos(fixture.dispatcher().nanos() - begin))
                    .as(what)
                    .isLessThan(PATIENCE);
            fixture.dispatcher().sleep(LOOK);
        }
    }
}
