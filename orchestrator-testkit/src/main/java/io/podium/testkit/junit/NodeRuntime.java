package io.podium.testkit.junit;

import io.podium.api.runtime.RuntimeFactory;
import io.podium.runtime.process.ProcessOptions;
import io.podium.runtime.process.ProcessRuntime;
import io.podium.runtime.simulated.SimulatedRuntime;
import io.podium.runtime.simulated.SimulatedScript;

/** What runs the containers of a test's cluster. */
public enum NodeRuntime {
    /** Processes of this machine. */
    PROCESS {
        @Override
        RuntimeFactory factory(String mark) {
            return site -> ProcessRuntime.start(
                    site.dispatcher(), ProcessOptions.defaults().environment(Leftovers.MARK, mark));
        }
    },

    /** Nothing: containers are simulated, start at once and run for ever. */
    SIMULATED {
        @Override
        RuntimeFactory factory(String mark) {
            return SimulatedRuntime.factory(SimulatedScript.STEADY);
        }
    };

    /**
     * Starts the runtimes of one cluster.
     *
     * @param mark stands in the environment of all its processes
     */
    abstract RuntimeFactory factory(String mark);
}
