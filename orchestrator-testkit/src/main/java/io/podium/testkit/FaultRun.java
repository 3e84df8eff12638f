package io.podium.testkit;

import io.podium.testkit.sim.SimulationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One run of a {@link FaultScenario}. */
final class FaultRun {
    private final TestCluster cluster;
    private final int workloads;
    private final Duration length;

    FaultRun(TestCluster cluster, int workloads, Duration length) {
        this.cluster = cluster;
        this.workloads = workloads;
        this.length = length;
    }

    FaultScenario.Outcome run(long seed) {
        var time = cluster.time();
        long began = time.nanos();
        var problems = new ArrayList<String>();
        try (var users = new Churn(cluster.client(), time, cluster.nodes().size(), workloads);
                var mishaps = new Mishaps(cluster, time)) {
            cluster.runFor(length);
        }
        try {
            cluster.healAndSettle();
        } catch (SimulationException restless) {
            problems.add(String.valueOf(restless.getMessage()));
        }
        problems.addAll(cluster.violations());
        problems.addAll(cluster.unsettled());
        return outcome(seed, problems, Duration.ofNanos(time.nanos() - began));
    }

    private FaultScenario.Outcome outcome(long seed, List<String> problems, Duration passed) {
        return new FaultScenario.Outcome(
                seed,
                problems,
                cluster.time().historyDigest(),
                passed,
                cluster.writes(),
                cluster.probes(),
                cluster.faultCount(),
                cluster.time().steps());
    }
}
