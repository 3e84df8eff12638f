package io.podium.api.runtime;

import io.podium.api.meta.Sorted;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a container runs.
 *
 * @param name its name in the pod
 * @param attempt how often it was started before
 * @param image the image, present
 * @param command the program and its first arguments, empty for the image's own
 * @param args further arguments
 * @param workingDir where it starts, empty for the image's own
 * @param env its environment, in order; later ones win
 * @param mounts what it sees of the node's files
 * @param limits what it may use
 * @param user who runs it, or null for the image's own
 * @param logPath the file to which its output goes, in the format of CRI logs
 * @param terminationMessage the file of the node at {@link #terminationMessagePath}
 * @param terminationMessagePath where it may write why it ends
 * @param stdin whether it has a standard input
 * @param tty whether it has a terminal
 * @param labels what identifies it after a restart
 */
public record ContainerSpec(
        String name,
        int attempt,
        String image,
        List<String> command,
        List<String> args,
        String workingDir,
        List<Variable> env,
        List<Mount> mounts,
        Limits limits,
        @Nullable User user,
        Path logPath,
        Path terminationMessage,
        String terminationMessagePath,
        boolean stdin,
        boolean tty,
        Map<String, String> labels) {

    /** Copies lists and maps. */
    public ContainerSpec {
        command = List.copyOf(command);
        args = List.copyOf(args);
        env = List.copyOf(env);
        mounts = List.copyOf(mounts);
        labels = Sorted.copyOf(labels);
    }

    /**
     * A variable of the environment.
     *
     * @param name its name
     * @param value its value
     */
    public record Variable(String name, String value) {}

    /**
     * A file or directory of the node that a container sees.
     *
     * @param containerPath where the container sees it
     * @param hostPath where it is
     * @param readOnly whether the container may not write
     */
    public record Mount(String containerPath, Path hostPath, boolean readOnly) {}

    /**
     * What a container may use.
     *
     * @param milliCpu thousandths of a CPU, 0 for no limit
     * @param memoryBytes bytes of memory, 0 for no limit
     * @param cpuShares its weight where CPUs are short, as of cgroups v1, 0 for the least
     */
    public record Limits(long milliCpu, long memoryBytes, long cpuShares) {
        /** No limits. */
        public static final Limits NONE = new Limits(0, 0, 0);
    }

    /**
     * Who runs a container.
     *
     * @param uid the user id
     * @param gid the group id, or null for the user's own
     */
    public record User(long uid, @Nullable Long gid) {}
}
