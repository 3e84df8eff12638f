package io.podium.testkit;

import io.podium.runtime.simulated.SimulatedScript;
import io.podium.testkit.faults.Faults;
import io.podium.testkit.sim.Strategy;
import java.time.Duration;
import java.util.List;

/**
 * A busy cluster on a bad day: users change, scale, delete and create workloads all the time while calls fail, informers lag, nodes crash or
 * fall silent and controllers start again. Then all faults end, the cluster comes to rest, and everything must be as it should.
 *
 * @param nodes how many nodes there are, at least 1
 * @param workloads how many workloads users keep changing: Deployments, Jobs, and namespaces with a Deployment in them
 * @param length for how long, in virtual time
 * @param objects whether the history holds every object written, not only its key
 */
public record FaultScenario(int nodes, int workloads, Duration length, boolean objects) {
    /** What the containers of the scenario do, by their images. */
    static final SimulatedScript SCRIPT = new WorkloadScript();

    /**
     * A scenario whose history holds keys and revisions.
     *
     * @param nodes how many nodes there are, at least 1
     * @param workloads how many workloads users keep changing
     * @param length for how long, in virtual time
     * @return the scenario
     */
    public static FaultScenario of(int nodes, int workloads, Duration length) {
        return new FaultScenario(nodes, workloads, length, false);
    }

    /**
     * The same with every object in its history.
     *
     * @return the scenario
     */
    public FaultScenario recordingObjects() {
        return new FaultScenario(nodes, workloads, length, true);
    }

    /**
     * What became of a run.
     *
     * @param seed decided everything
     * @param problems what was not as it must be, a sentence each; empty if all was well
     * @param history a digest, equal for equal seeds
     * @param passed how much virtual time passed, the recovery at the end included
     * @param writes how many writes were committed
     * @param probes how many probes were answered
     * @param faults how much went wrong
     * @param steps how many steps tasks made
     */
    public record Outcome(
            long seed,
            List<String> problems,
            String history,
            Duration passed,
            long writes,
            long probes,
            long faults,
            long steps) {
        /** Copies the list. */
        public Outcome {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Runs the scenario.
     *
     * @param seed decides everything
     * @return what became of it
     */
    public Outcome run(long seed) {
        try (var cluster = start(seed)) {
            return new FaultRun(cluster, workloads, length).run(seed);
        }
    }

    private TestCluster start(long seed) {
        var builder = TestCluster.seeded(seed)
                .nodes(nodes)
                .script(SCRIPT)
                .strategy(seed % 2 == 0 ? Strategy.UNIFORM : Strategy.RANKED)
                .faults(Faults::badDay);
        return (objects ? builder.recordingObjects() : builder).start();
    }
}
