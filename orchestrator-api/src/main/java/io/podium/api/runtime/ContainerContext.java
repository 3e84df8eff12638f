package io.podium.api.runtime;

import io.podium.api.dispatch.Dispatcher;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a {@link ContainerFunction} has of the world: the counterpart of a process' arguments, environment, files, streams and signals.
 *
 * <p>Nothing can end a function by force. It is asked: {@link #isCancelled} becomes true, {@link #awaitCancel()} returns, {@link #onCancel}
 * is called, and when the grace period has passed its thread is interrupted. One that goes on nevertheless keeps its container running and
 * its pod terminating.
 */
public interface ContainerContext {

    /**
     * What it was asked to do.
     *
     * @return the container's command, followed by its args
     */
    List<String> args();

    /**
     * Its environment.
     *
     * @return variables by name, sorted
     */
    Map<String, String> env();

    /**
     * The address of its pod, on which it may listen: {@code POD_IP}.
     *
     * @return an IP address of this machine
     */
    String address();

    /**
     * The directory that stands for the root of its file system, {@code POD_ROOT}: a volume mounted at {@code /data} is at {@code
     * root().resolve("data")}.
     *
     * @return an absolute path
     */
    Path root();

    /**
     * Where a path of the container is on this machine.
     *
     * @param containerPath an absolute path as the pod's spec says it, for example {@code /data/file}
     * @return the path below {@link #root}
     */
    Path path(String containerPath);

    /**
     * Its standard output, which goes to the container's log.
     *
     * @return a stream that is flushed at each line end
     */
    PrintStream stdout();

    /**
     * Its standard error, which goes to the container's log.
     *
     * @return a stream that is flushed at each line end
     */
    PrintStream stderr();

    /**
     * Whether it should end.
     *
     * @return true once it was asked to
     */
    boolean isCancelled();

    /**
     * Waits until it should end.
     *
     * @throws InterruptedException if the grace period has passed
     */
    void awaitCancel() throws InterruptedException;

    /**
     * Waits until it should end, for a limited time.
     *
     * @param atMost how long to wait
     * @return whether it should end
     * @throws InterruptedException if the grace period has passed
     */
    boolean awaitCancel(Duration atMost) throws InterruptedException;

    /**
     * Calls something when it should end, on another thread; at once if it already should.
     *
     * @param action is given the signal, for example {@code SIGTERM}
     */
    void onCancel(Consumer<String> action);

    /**
     * Time, randomness and further tasks. What is started in it is ended with the container.
     *
     * @return a scope of this container's own
     */
    Dispatcher dispatcher();
}
