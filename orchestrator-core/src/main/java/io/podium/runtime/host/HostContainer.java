package io.podium.runtime.host;

import io.podium.api.dispatch.Signal;
import io.podium.api.runtime.ContainerSpec;
import io.podium.api.runtime.ContainerStatus;
import io.podium.api.runtime.RuntimeFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** How far a container of this machine has come. Its state only goes forward: created, running, exited. */
public final class HostContainer {
    private final String id;
    private final HostSandbox sandbox;
    private final ContainerSpec spec;
    private final Instant createdAt;
    private final Signal ended;
    private final ReentrantLock lock = new ReentrantLock();
    private ContainerStatus.State state = ContainerStatus.State.CREATED;
    private boolean startClaimed;
    private @Nullable Instant startedAt;
    private @Nullable Instant finishedAt;
    private End end = new End(0, "", "");

    /**
     * How a container ended.
     *
     * @param exitCode its exit code, or 128 plus the signal
     * @param reason one word
     * @param message more, or empty
     */
    public record End(int exitCode, String reason, String message) {
        /**
         * The end that an exit code alone tells of.
         *
         * @param exitCode its exit code, or 128 plus the signal
         * @return completed if it is 0
         */
        public static End of(int exitCode) {
            return new End(exitCode, exitCode == 0 ? "Completed" : "Error", "");
        }
    }

    /**
     * A container that was not started.
     *
     * @param id its id
     * @param sandbox the sandbox it is in
     * @param spec what it runs
     * @param createdAt when it was made
     * @param ended pulsed when it ends
     */
    public HostContainer(String id, HostSandbox sandbox, ContainerSpec spec, Instant createdAt, Signal ended) {
        this.id = id;
        this.sandbox = sandbox;
        this.spec = spec;
        this.createdAt = createdAt;
        this.ended = ended;
    }

    /**
     * Its id.
     *
     * @return 64 hexadecimal digits
     */
    public String id() {
        return id;
    }

    /**
     * The sandbox it is in.
     *
     * @return the sandbox
     */
    public HostSandbox sandbox() {
        return sandbox;
    }

    /**
     * What it runs.
     *
     * @return the spec it was made with
     */
    public ContainerSpec spec() {
        return spec;
    }

    /** Takes the one start that a container has. */
    public void claimStart() {
        lock.lock();
        try {
            if (startClaimed || state != ContainerStatus.State.CREATED) {
                throw new RuntimeFailure(
                        RuntimeFailure.Code.WRONG_STATE,
                        "container " + spec.name() + " (" + id + ") was started before; make another attempt of it");
            }
            startClaimed = true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * It runs now.
     *
     * @param at when it was started
     */
    public void started(Instant at) {
        lock.lock();
        try {
            startClaimed = true;
            startedAt = at;
            if (state == ContainerStatus.State.CREATED) {
                state = ContainerStatus.State.RUNNING;
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * It has ended. The first end stays.
     *
     * @param how its exit code and the like
     * @param at when it ended
     */
    public void ended(End how, Instant at) {
        lock.lock();
        try {
            if (state == ContainerStatus.State.EXITED) {
                return;
            }
            state = ContainerStatus.State.EXITED;
            end = how;
            finishedAt = at;
            if (startedAt == null) {
                startedAt = Instant.EPOCH;
            }
        } finally {
            lock.unlock();
        }
        ended.pulse();
    }

    /**
     * It could not be started.
     *
     * @param failure why
     * @param at when that was known
     */
    public void failedToStart(RuntimeFailure failure, Instant at) {
        ended(new End(128, "StartError", String.valueOf(failure.getMessage())), at);
    }

    /**
     * Whether it runs.
     *
     * @return true between its start and its end
     */
    public boolean isRunning() {
        return status().state() == ContainerStatus.State.RUNNING;
    }

    /**
     * Waits for its end.
     *
     * @param atMost how long
     * @return whether it has ended
     */
    public boolean awaitEnd(Duration atMost) {
        try {
            return ended.await(() -> status().state() == ContainerStatus.State.EXITED, atMost);
        } catch (InterruptedException e) {
            throw BlockingCalls.interrupted("waiting for the end of container " + spec.name());
        }
    }

    /**
     * How it is.
     *
     * @return its status now
     */
    public ContainerStatus status() {
        lock.lock();
        try {
            return new ContainerStatus(
                    id,
                    sandbox.id(),
                    spec.name(),
                    spec.attempt(),
                    state,
                    createdAt,
                    startedAt,
                    finishedAt,
                    end.exitCode(),
                    end.reason(),
                    end.message(),
                    spec.image(),
                    spec.labels());
        } finally {
            lock.unlock();
        }
    }

    /**
     * The pod's name, for messages.
     *
     * @return namespace and name
     */
    public String pod() {
        return sandbox.spec().namespace() + "/" + sandbox.spec().name();
    }
}
