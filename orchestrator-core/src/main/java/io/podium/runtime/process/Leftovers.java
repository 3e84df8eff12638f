package io.podium.runtime.process;

import io.podium.api.dispatch.Dispatcher;
import io.podium.runtime.host.BlockingCalls;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends what runtimes left behind whose JVM was killed. */
final class Leftovers {
    private static final Logger log = LoggerFactory.getLogger(ProcessRuntime.class);

    private Leftovers() {}

    static void endAll(Path shared, ProcessTable table, Dispatcher dispatcher) throws IOException {
        var abandoned = RuntimeDirectory.abandoned(shared, table);
        for (var directory : abandoned) {
            var containers = directory.containers();
            int killed = kill(containers, table, dispatcher);
            Cgroups.detect(directory.cgroup()).close();
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

    private static List<Long> processes(List<String> containers, ProcessTable table) {
        return table.marked(Shim.MARK + "=").entrySet().stream()
                .filter(entry -> containers.contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
