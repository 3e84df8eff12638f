package io.podium.runtime.process;

import io.podium.api.runtime.ContainerSpec;
import io.podium.api.runtime.ContainerStats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A container's groups: one directory in version 2, one for each controller in version 1. */
final class ContainerCgroup implements Cgroup {
    private static final Logger log = LoggerFactory.getLogger(ProcessRuntime.class);
    private static final long PERIOD_MICROS = 100_000;
    private static final long NANOS_PER_MICRO = 1000;

    private final int version;
    private final @Nullable Path memory;
    private final @Nullable Path cpu;
    private final @Nullable Path cpuacct;

    ContainerCgroup(int version, @Nullable Path memory, @Nullable Path cpu, @Nullable Path cpuacct) {
        this.version = version;
        this.memory = memory;
        this.cpu = cpu;
        this.cpuacct = cpuacct;
    }

    private Set<Path> directories() {
        var all = new LinkedHashSet<Path>();
        for (var path : new @Nullable Path[] {memory, cpu, cpuacct}) {
            if (path != null) {
                all.add(path);
            }
        }
        return all;
    }

    void make(ContainerSpec.Limits limits) throws IOException {
        for (var directory : directories()) {
            var parent = directory.getParent();
            if (version == 2 && parent != null) {
                Files.createDirectories(parent);
                Files.writeString(parent.resolve("cgroup.subtree_control"), "+memory +cpu");
            }
            Files.createDirectories(directory);
        }
        limitMemory(limits.memoryBytes());
        limitCpu(limits);
    }

    private void limitMemory(long bytes) throws IOException {
        if (memory != null && bytes > 0) {
            write(memory, version == 2 ? "memory.max" : "memory.limit_in_bytes", Long.toString(bytes));
            if (version == 2 && Files.exists(memory.resolve("memory.swap.max"))) {
                write(memory, "memory.swap.max", "0"); // as the kubelet does: a limit is one of memory, not of patience
            }
        }
    }

    private void limitCpu(ContainerSpec.Limits limits) throws IOException {
        if (cpu == null) {
            return;
        }
        if (limits.milliCpu() > 0) {
            long quota = Math.max(1000, limits.milliCpu() * PERIOD_MICROS / 1000);
            if (version == 2) {
                write(cpu, "cpu.max", quota + " " + PERIOD_MICROS);
            } else {
                write(cpu, "cpu.cfs_period_us", Long.toString(PERIOD_MICROS));
                write(cpu, "cpu.cfs_quota_us", Long.toString(quota));
            }
        }
        if (limits.cpuShares() > 0) {
            if (version == 2) {
                write(cpu, "cpu.weight", Long.toString(weight(limits.cpuShares())));
            } else {
                write(cpu, "cpu.shares", Long.toString(Math.max(2, limits.cpuShares())));
            }
        }
    }

    /** Shares of version 1, from 2 to 262144, become weights of version 2, from 1 to 10000, by the CRI's line. */
    private static long weight(long shares) {
        long bounded = Math.min(262_144, Math.max(2, shares));
        return 1 + (bounded - 2) * 9999 / 262_142;
    }

    private static void write(Path group, String file, String value) throws IOException {
        Files.writeString(group.resolve(file), value);
    }

    @Override
    public List<Path> entries() {
        return directories().stream()
                .map(group -> group.resolve("cgroup.procs"))
                .toList();
    }

    @Override
    public Optional<List<Long>> members() {
        return directories().stream()
                .findFirst()
                .flatMap(group -> Cgroups.read(group, "cgroup.procs"))
                .map(text -> text.lines().map(Long::parseLong).toList());
    }

    @Override
    public boolean oomKilled() {
        return Cgroups.read(memory, version == 2 ? "memory.events" : "memory.oom_control")
                .flatMap(text -> field(text, "oom_kill"))
                .filter(count -> count > 0)
                .isPresent();
    }

    @Override
    public Optional<ContainerStats> stats() {
        var nanos = version == 2
                ? Cgroups.read(cpuacct, "cpu.stat")
                        .flatMap(text -> field(text, "usage_usec"))
                        .map(micros -> micros * NANOS_PER_MICRO)
                : Cgroups.read(cpuacct, "cpuacct.usage").map(Long::parseLong);
        var used = Cgroups.read(memory, version == 2 ? "memory.current" : "memory.usage_in_bytes")
                .map(Long::parseLong);
        var cold = Cgroups.read(memory, "memory.stat")
                .flatMap(text -> field(text, version == 2 ? "inactive_file" : "total_inactive_file"))
                .orElse(0L);
        return nanos.isPresent() && used.isPresent()
                ? Optional.of(new ContainerStats(nanos.get(), Math.max(0, used.get() - cold)))
                : Optional.empty();
    }

    private static Optional<Long> field(String text, String name) {
        return text.lines()
                .filter(line -> line.startsWith(name + " "))
                .findFirst()
                .map(line -> Long.parseLong(line.substring(name.length() + 1).strip()));
    }

    @Override
    public void remove() {
        directories().forEach(ContainerCgroup::delete);
    }

    static void delete(Path group) {
        try {
            Files.deleteIfExists(group);
        } catch (IOException e) {
            log.atDebug().addKeyValue("group", group).setCause(e).log("A control group is left behind");
        }
    }
}
