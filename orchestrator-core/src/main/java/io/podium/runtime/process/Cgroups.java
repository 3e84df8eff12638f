package io.podium.runtime.process;

import io.podium.api.runtime.ContainerSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The control groups of one runtime: a directory in the hierarchy of each controller, with a directory for each container. Where none can
 * be written, containers run without limits, and {@link #unenforced} says why.
 */
final class Cgroups implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ProcessRuntime.class);

    private final CgroupMounts mounts;
    private final String name;

    private Cgroups(CgroupMounts mounts, String name) {
        this.mounts = mounts;
        this.name = name;
    }

    /** Looks for control groups that this JVM may write; makes nothing yet. */
    static Cgroups detect(String name) {
        return new Cgroups(CgroupMounts.detect(Path.of("/proc/self"), Path.of("/sys/fs/cgroup")), name);
    }

    static Cgroups of(CgroupMounts mounts, String name) {
        return new Cgroups(mounts, name);
    }

    boolean limitsMemory() {
        return mounts.memory() != null;
    }

    boolean limitsCpu() {
        return mounts.cpu() != null;
    }

    Map<String, String> unenforced() {
        var all = new TreeMap<String, String>();
        if (!limitsMemory()) {
            all.put("memory", mounts.why());
        }
        if (!limitsCpu()) {
            all.put("cpu", mounts.why());
        }
        return all;
    }

    /** A group for a container with its limits, or none where that cannot be made. */
    Cgroup create(String container, ContainerSpec.Limits limits) {
        if (!limitsMemory() && !limitsCpu()) {
            return Cgroup.NONE;
        }
        var group = group(container);
        try {
            group.make(limits);
            return group;
        } catch (IOException e) {
            log.atWarn().addKeyValue("container", container).setCause(e).log("A container runs without limits");
            group.remove();
            return Cgroup.NONE;
        }
    }

    /** The group that a container has from before. */
    Cgroup existing(String container) {
        return limitsMemory() || limitsCpu() ? group(container) : Cgroup.NONE;
    }

    private ContainerCgroup group(String container) {
        return new ContainerCgroup(
                mounts.version(),
                place(mounts.memory(), container),
                place(mounts.cpu(), container),
                place(mounts.cpuacct(), container));
    }

    private @Nullable Path place(@Nullable Path controller, String container) {
        return controller == null ? null : controller.resolve(name).resolve(container);
    }

    /** Deletes the runtime's groups, unless containers have groups in them. */
    void leave() {
        mounts.distinct().forEach(controller -> ContainerCgroup.delete(controller.resolve(name)));
    }

    /** Whether the runtime has a group. */
    boolean exist() {
        return mounts.distinct().stream().anyMatch(controller -> Files.exists(controller.resolve(name)));
    }

    /** Deletes the runtime's groups, with those of containers that are still there. */
    @Override
    public void close() {
        for (var controller : mounts.distinct()) {
            var own = controller.resolve(name);
            children(own).forEach(ContainerCgroup::delete);
            ContainerCgroup.delete(own);
        }
    }

    private static List<Path> children(Path group) {
        try (var entries = Files.newDirectoryStream(group, Files::isDirectory)) {
            var found = new ArrayList<Path>();
            entries.forEach(found::add);
            return found;
        } catch (IOException e) {
            return List.of();
        }
    }

    static Optional<String> read(@Nullable Path directory, String file) {
        try {
            return directory == null
                    ? Optional.empty()
                    : Optional.of(Files.readString(directory.resolve(file)).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
