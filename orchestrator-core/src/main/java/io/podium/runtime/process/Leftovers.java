package io.podium.runtime.process;

import io.podium.api.dispatch.Dispatcher;
import io.podium.runtime.host.BlockingCalls;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends what runtimes left behind whose JVM was killed. */
final class Leftovers {
    private static final Logger log = LoggerFactory.getLogger(ProcessRuntime.class);

    private static final Duration GROUP_GRACE = Duration.ofSeconds(2);

    private Leftovers() {}

    static void endAll(Path shared, ProcessTable table, Dispatcher dispatcher) throws IOException {
        var abandoned = RuntimeDirectory.abandoned(shared, table);
        for (var directory : abandoned) {
            var containers = directory.containers();
            int killed = kill(containers, table, dispatcher);
            remove(Cgroups.detect(directory.cgroup()), dispatcher);
            directory.leave();
            log.atInfo()
                    .addKeyValue("directory", directory.path())
                    .addKeyValue("containers", containers.size())
                    .addKeyValue("processes", killed)
                    .log("Ended what a runtime left behind when its JVM was killed");
        }
    }

    /** Kills whatever carries the mark of one of the containers, shims and keepers included. */
    private static int kill(List<String> containers, ProcessTable table, Dispatcher dispatcher) {
        if (containers.isEmpty()) {
            return 0;
        }
        try {
            return Kills.untilNone(dispatcher, () -> processes(containers, table));
        } catch (InterruptedException e) {
            throw BlockingCalls.interrupted("ending what a runtime left behind");
        }
    }

    /** The killed leave their groups a moment after nothing else tells of them. */
    private static void remove(Cgroups groups, Dispatcher dispatcher) {
        try {
            Patience.of(dispatcher, GROUP_GRACE).await(() -> {
                groups.close();
                return !groups.exist();
            });
        } catch (InterruptedException e) {
            throw BlockingCalls.interrupted("removing the control groups that a runtime left behind");
        }
    }

    private static List<Long> processes(List<String> containers, ProcessTable table) {
        return table.marked(Shim.MARK + "=").entrySet().stream()
                .filter(entry -> containers.contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
