package io.podium.api.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Runs sandboxes and containers on one node. Safe for use by several threads.
 *
 * <p>Calls are idempotent where their goal is a state: stopping what is stopped, removing what is gone. They fail with {@link
 * RuntimeFailure}, whose message is what users read in a container's status. A promise in {@link #capabilities} is kept; what is not
 * promised is refused with {@link RuntimeFailure.Code#UNSUPPORTED}.
 *
 * <p>Call from tasks, straight: a call may wait, unless the runtime has {@link Capability#INSTANT}, but what blocks a thread (a file, a
 * process, a daemon) the runtime itself hands to {@link io.podium.api.dispatch.Dispatcher#blocking}. An interrupted call fails with {@link
 * RuntimeFailure.Code#INTERRUPTED}.
 *
 * <p>Containers of pods are found again after a restart of the agent by what {@link SandboxSpec#labels} and {@link
 * ContainerSpec#labels} say, if the runtime has {@link Capability#ADOPTION}.
 */
public interface ContainerRuntime extends AutoCloseable {

    /**
     * What users call it: the value of the node label that names the runtime.
     *
     * @return for example {@code process}
     */
    String name();

    /**
     * The version that a node reports.
     *
     * @return for example {@code process://0.1.0}
     */
    String version();

    /**
     * What it can do beyond running containers.
     *
     * @return its promises
     */
    Set<Capability> capabilities();

    /**
     * An image that is present.
     *
     * @param reference its name
     * @return the image, or empty if it must be pulled first
     */
    Optional<Image> image(String reference);

    /**
     * Makes an image present.
     *
     * @param reference its name
     * @param credentials how to log in, or {@link Credentials#NONE}
     * @return the image
     * @throws RuntimeFailure with {@link RuntimeFailure.Code#NO_SUCH_IMAGE} and what to do, if it cannot be had
     */
    Image pull(String reference, Credentials credentials);

    /**
     * The images present.
     *
     * @return them, by name
     */
    List<Image> images();

    /**
     * Makes a sandbox: what the containers of a pod share, its address first of all.
     *
     * @param spec what pod it is for
     * @return its status, ready
     */
    SandboxStatus createSandbox(SandboxSpec spec);

    /**
     * Stops a sandbox and kills what still runs in it.
     *
     * @param sandboxId the sandbox, which may be gone
     */
    void stopSandbox(String sandboxId);

    /**
     * Removes a stopped sandbox with its containers.
     *
     * @param sandboxId the sandbox, which may be gone
     */
    void removeSandbox(String sandboxId);

    /**
     * All sandboxes of this node.
     *
     * @return them, oldest first
     */
    List<SandboxStatus> sandboxes();

    /**
     * The variables that containers get from the runtime besides those of their spec, known before a container is made so that {@code
     * $(POD_IP)} in its command can be replaced. They are set whether or not the spec repeats them; where it does, its value wins.
     *
     * @param sandboxId the sandbox
     * @param container the container's name in the pod
     * @return for example {@code POD_IP} and {@code POD_ROOT}, sorted by name
     * @throws RuntimeFailure with {@link RuntimeFailure.Code#NOT_FOUND} if there is no such sandbox
     */
    default Map<String, String> variables(String sandboxId, String container) {
        return Map.of();
    }

    /**
     * Makes a container, not yet started.
     *
     * @param sandboxId the sandbox to make it in
     * @param spec what it runs
     * @return its status, {@link ContainerStatus.State#CREATED}
     * @throws RuntimeFailure with {@link RuntimeFailure.Code#NO_SUCH_IMAGE}, {@link RuntimeFailure.Code#UNSUPPORTED} and the like
     */
    ContainerStatus createContainer(String sandboxId, ContainerSpec spec);

    /**
     * Starts a container. One whose start fails is {@link ContainerStatus.State#EXITED} afterwards, with exit code 128 and reason {@code
     * StartError}, started at the epoch.
     *
     * @param containerId a container that was created
     * @throws RuntimeFailure with {@link RuntimeFailure.Code#NO_SUCH_COMMAND} if there is no such program, {@link
     *     RuntimeFailure.Code#WRONG_STATE} if it was started before
     */
    void startContainer(String containerId);

    /**
     * Asks a container to stop, and kills it if it does not within the grace period. Returns when it has ended. The signal goes to the
     * container's program alone; what the program has started ends with it. A container that was never started is left as it is.
     *
     * @param containerId the container, which may be gone
     * @param signal the signal that asks, for example {@code SIGTERM}
     * @param grace how long to wait before killing, zero kills at once
     * @throws RuntimeFailure with {@link RuntimeFailure.Code#TIMEOUT} if it goes on nevertheless, as it may where {@link Capability#KILL} is
     *     not promised
     */
    void stopContainer(String containerId, String signal, Duration grace);

    /**
     * Removes a container, killing it if it runs. Its log stays until the sandbox is removed or {@link ContainerSpec#logPath} is.
     *
     * @param containerId the container, which may be gone
     */
    void removeContainer(String containerId);

    /**
     * A container.
     *
     * @param containerId its id
     * @return its status, or empty if it is gone
     */
    Optional<ContainerStatus> container(String containerId);

    /**
     * All containers of this node, ended ones included.
     *
     * @return them, oldest first
     */
    List<ContainerStatus> containers();

    /**
     * Tells when a container or sandbox has changed by itself or by a call. Hints: some may be lost, so callers also list.
     *
     * @param listener called on a thread of the runtime, must return at once
     * @return ends the subscription when closed
     */
    Subscription subscribe(Consumer<RuntimeEvent> listener);

    /**
     * Runs a command in a running container and waits for its end.
     *
     * @param containerId the container
     * @param command the program and its arguments
     * @param timeout how long it may run; it is killed then
     * @return its output and exit code
     * @throws RuntimeFailure with {@link RuntimeFailure.Code#TIMEOUT} if it was killed, with {@link RuntimeFailure.Code#NO_SUCH_COMMAND} if there
     *     is no such program
     */
    ExecResult exec(String containerId, List<String> command, Duration timeout);

    /**
     * Starts a command in a running container, with streams.
     *
     * @param containerId the container
     * @param request what to run, and which streams to have
     * @return the running command
     */
    ExecSession openExec(String containerId, ExecRequest request);

    /**
     * Answers a probe in the container's place. For runtimes whose containers cannot be asked, such as a simulation.
     *
     * @param containerId a running container
     * @param probe which of its probes: {@code Startup}, {@code Liveness} or {@code Readiness}
     * @return the answer, or empty if the container itself is to be asked
     */
    default Optional<ProbeAnswer> answer(String containerId, String probe) {
        return Optional.empty();
    }

    /**
     * What a container uses.
     *
     * @param containerId the container
     * @return its use, or empty if that is not known
     */
    Optional<ContainerStats> stats(String containerId);

    /**
     * What the node has.
     *
     * @return capacity and facts about the machine
     */
    Machine machine();

    /** Ends the runtime. Containers go on if it has {@link Capability#ADOPTION}; callers stop those that should not. */
    @Override
    void close();
}
