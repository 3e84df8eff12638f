package io.podium.runtime.process;

import io.podium.api.runtime.ContainerStats;
import java.util.Optional;

/** What the processes of a session use, added up where no control group does. */
final class ProcessUse {
    private static final long NANOS_PER_TICK = 10_000_000;
    private static final long PAGE = 4096;

    private ProcessUse() {}

    static Optional<ContainerStats> of(ProcessTable table, ProcessId leader) {
        var rows = table.session(leader.pid());
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        long ticks = rows.stream().mapToLong(ProcessTable.Row::cpuTicks).sum();
        long pages = rows.stream().mapToLong(ProcessTable.Row::residentPages).sum();
        return Optional.of(new ContainerStats(ticks * NANOS_PER_TICK, pages * PAGE));
    }
}
