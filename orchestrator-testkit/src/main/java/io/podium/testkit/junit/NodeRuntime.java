package io.podium.testkit.junit;

import io.podium.api.runtime.RuntimeFactory;
import io.podium.runtime.process.ProcessOptions;
import io.podium.runtime.process.ProcessRuntime;
import io.podium.runtime.simulated.SimulatedRuntime;
import io.podium.runtime.simulated.SimulatedScript;
import java.nio.file.Path;
import java.util.function.Consumer;

/** What runs the containers of a test's cluster. */
public enum NodeRuntime {
    /** Processes of this machine. */
    PROCESS {
        @Override
        RuntimeFactory factory(String mark, Consumer<Path> directories) {
            return site -> {
                var options = ProcessOptions.defaults().environment(Leftovers.MARK, mark);
                var runtime = ProcessRuntime.start(site.dispatcher(), options);
                directories.accept(runtime.directory());
                return runtime;
            };
        }
    },

    /** Nothing: containers are simulated, start at once and run for ever. */
    SIMULATED {
        @Override
        RuntimeFactory factory(String mark, Consumer<Path> directories) {
            return SimulatedRuntime.factory(SimulatedScript.STEADY);
        }
    };

    /**
     * Starts the runtimes of one cluster.
     *
     * @param mark stands in the environment of all its processes
     * @param directories is told what goes when the cluster is closed
     */
    abstract RuntimeFactory factory(String mark, Consumer<Path> directories);
}
