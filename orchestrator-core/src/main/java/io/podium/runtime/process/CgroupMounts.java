package io.podium.runtime.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where groups can be made: below the group of this JVM, beside it, or at the root, whichever is writable and has the controllers.
 *
 * @param version 1 or 2 of the kernel's interface
 * @param memory the directory for the memory controller, or null if it cannot be used
 * @param cpu the directory for the cpu controller, or null if it cannot be used
 * @param cpuacct the directory that counts CPU time, or null
 * @param why what keeps limits from being enforced, where they are not
 */
record CgroupMounts(
        int version,
        @Nullable Path memory,
        @Nullable Path cpu,
        @Nullable Path cpuacct,
        String why) {
    private static final Pattern CONTROLLERS = Pattern.compile("\\s+");

    /** The directories in use, each once. */
    Set<Path> distinct() {
        var all = new LinkedHashSet<Path>();
        for (var path : new @Nullable Path[] {memory, cpu, cpuacct}) {
            if (path != null) {
                all.add(path);
            }
        }
        return all;
    }

    /** Reads which groups this process is in, and tries whether groups can be made there. */
    static CgroupMounts detect(Path self, Path mount) {
        List<String> memberships;
        try {
            memberships = Files.readAllLines(self.resolve("cgroup"));
        } catch (IOException e) {
            return new CgroupMounts(1, null, null, null, "this operating system has no control groups");
        }
        if (Files.exists(mount.resolve("cgroup.controllers"))) {
            return unified(mount, own(memberships, ""));
        }
        var memory = writable(mount.resolve("memory"), own(memberships, "memory"));
        var cpu = writable(mount.resolve("cpu"), own(memberships, "cpu"));
        var cpuacct = writable(mount.resolve("cpuacct"), own(memberships, "cpuacct"));
        return new CgroupMounts(
                1, memory, cpu, cpuacct, "no control group below " + mount + " can be written by this user");
    }

    /** The path of this process in a hierarchy, from its line {@code id:controllers:/path}. */
    private static String own(List<String> memberships, String controller) {
        for (var line : memberships) {
            var parts = line.split(":", 3);
            if (parts.length == 3 && List.of(parts[1].split(",")).contains(controller)) {
                return parts[2];
            }
        }
        return "/";
    }

    private static @Nullable Path writable(Path hierarchy, String own) {
        for (var candidate : candidates(hierarchy, own)) {
            if (canMakeGroup(candidate)) {
                return candidate;
            }
        }
        return null;
    }

    private static List<Path> candidates(Path hierarchy, String own) {
        var group = hierarchy.resolve(own.replaceFirst("^/+", "")).normalize();
        var all = new ArrayList<Path>();
        var beside = group.getParent();
        if (group.startsWith(hierarchy)) {
            all.add(group);
            if (beside != null && beside.startsWith(hierarchy)) {
                all.add(beside);
            }
        }
        all.add(hierarchy);
        return all;
    }

    /** In version 2 a group hands controllers down only if no process is in it, so the JVM's own is rarely the one. */
    private static CgroupMounts unified(Path mount, String own) {
        for (var candidate : candidates(mount, own)) {
            if (enables(candidate, "memory") && enables(candidate, "cpu") && canMakeGroup(candidate)) {
                return new CgroupMounts(2, candidate, candidate, candidate, "");
            }
        }
        return new CgroupMounts(
                2,
                null,
                null,
                null,
                "no writable control group below " + mount
                        + " hands down the memory and cpu controllers; run as root, or by systemd with Delegate=yes");
    }

    private static boolean enables(Path group, String controller) {
        var enabled = Cgroups.read(group, "cgroup.subtree_control").orElse("");
        return List.of(CONTROLLERS.split(enabled)).contains(controller) || enable(group, controller);
    }

    private static boolean enable(Path group, String controller) {
        try {
            Files.writeString(group.resolve("cgroup.subtree_control"), "+" + controller);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean canMakeGroup(Path parent) {
        if (!Files.isWritable(parent)) {
            return false;
        }
        var probe = parent.resolve("podium-probe-" + ProcessHandle.current().pid());
        try {
            Files.createDirectory(probe);
            return Files.exists(probe.resolve("cgroup.procs"));
        } catch (IOException e) {
            return false;
        } finally {
            ContainerCgroup.delete(probe);
        }
    }
}
