package io.podium.runtime.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends what runtimes left behind whose JVM was killed. */
final class Leftovers {
    private static final Logger log = LoggerFactory.getLogger(ProcessRuntime.class);
    private static final int ROUNDS = 20;

    private Leftovers() {}

    static void endAll(Path shared, ProcessTable table) throws IOException {
        var abandoned = RuntimeDirectory.abandoned(shared, table);
        for (var directory : abandoned) {
            var containers = directory.containers();
            int killed = kill(containers, table);
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
    private static int kill(List<String> containers, ProcessTable table) {
        int killed = 0;
        for (int round = 0; round < ROUNDS && !containers.isEmpty(); round++) {
            var ours = new ArrayList<Long>();
            table.marked(Shim.MARK + "=").forEach((pid, container) -> {
                if (containers.contains(container)) {
                    ours.add(pid);
                }
            });
            if (ours.isEmpty()) {
                return killed;
            }
            ours.forEach(ProcessTable::kill);
            killed += ours.size();
        }
        return killed;
    }
}
