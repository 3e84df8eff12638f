package io.podium.runtime.simulated;

import io.podium.api.dispatch.Task;
import io.podium.api.runtime.ContainerSpec;
import io.podium.api.runtime.ContainerStats;
import io.podium.api.runtime.ContainerStatus;
import io.podium.api.runtime.ProbeAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A container that is not there. Guarded by its runtime's lock; kept small, because there are a hundred thousand of them. */
final class SimulatedContainer {
    final String id;
    final SimulatedSandbox sandbox;
    final SimulatedBehavior behavior;
    private final String name;
    private final String image;
    private final int attempt;
    private final Map<String, String> labels;
    private final long memoryLimit;
    private final long cpuLimit;
    private final Instant createdAt;
    private @Nullable Instant startedAt;
    private @Nullable Instant finishedAt;
    private int exitCode;
    private String reason = "";
    private boolean claimed;

    @Nullable
    Task timer;

    SimulatedContainer(
            String id, SimulatedSandbox sandbox, ContainerSpec spec, SimulatedBehavior behavior, Instant createdAt) {
        this.id = id;
        this.sandbox = sandbox;
        this.behavior = behavior;
        this.name = spec.name();
        this.image = spec.image();
        this.attempt = spec.attempt();
        this.labels = spec.labels();
        this.memoryLimit = spec.limits().memoryBytes();
        this.cpuLimit = spec.limits().milliCpu();
        this.createdAt = createdAt;
    }

    String name() {
        return name;
    }

    Instant createdAt() {
        return createdAt;
    }

    long memoryLimit() {
        return memoryLimit;
    }

    /** Whether this is the first try to start it. */
    boolean claim() {
        boolean first = !claimed;
        claimed = true;
        return first;
    }

    boolean isRunning() {
        return startedAt != null && finishedAt == null;
    }

    boolean hasEnded() {
        return finishedAt != null;
    }

    void start(Instant at) {
        startedAt = at;
    }

    void end(int code, String why, Instant at) {
        if (startedAt == null) {
            startedAt = Instant.EPOCH;
        }
        finishedAt = at;
        exitCode = code;
        reason = why;
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    ProbeAnswer answer(String probe, Instant now) {
        if (behavior.isAlwaysWell()) {
            return ProbeAnswer.ALWAYS;
        }
        var stage = stage(now);
        boolean passes = probe.equals("Liveness") ? stage.live() : stage.ready();
        return passes ? ProbeAnswer.PASSED : ProbeAnswer.failed("simulated failure");
    }

    private SimulatedBehavior.Stage stage(Instant now) {
        return behavior.stageAt(startedAt == null ? Duration.ZERO : Duration.between(startedAt, now));
    }

    ContainerStats stats(Instant now) {
        var stage = stage(now);
        long milliCpu = cpuLimit == 0 ? stage.milliCpu() : Math.min(cpuLimit, stage.milliCpu());
        var age = startedAt == null ? Duration.ZERO : Duration.between(startedAt, now);
        return new ContainerStats(age.toMillis() * milliCpu * 1000, stage.memoryBytes());
    }

    ContainerStatus status() {
        return new ContainerStatus(
                id,
                sandbox.id,
                name,
                attempt,
                finishedAt != null
                        ? ContainerStatus.State.EXITED
                        : startedAt != null ? ContainerStatus.State.RUNNING : ContainerStatus.State.CREATED,
                createdAt,
                startedAt,
                finishedAt,
                exitCode,
                reason,
                reason.equals("StartError") ? behavior.startFailure() : "",
                image,
                labels);
    }
}
