package io.podium.benchmarks;

import io.podium.api.apps.Deployment;
import io.podium.testkit.TestCluster;
import io.podium.testkit.faults.Faults;
import java.time.Duration;

/**
 * How fast virtual time passes: an hour of a cluster of {@value #NODES} nodes and {@value #WORKLOADS} workloads with faults on, of another
 * seed each round.
 */
public final class TimeBenchmark {
    private static final int NODES = 20;
    private static final int WORKLOADS = 20;
    private static final int WARM_UP = 2;
    private static final int ROUNDS = 5;

    private TimeBenchmark() {}

    /** What an hour was like. */
    private record Hour(double seconds, long writes, long probes, long faults) {}

    /**
     * Prints the figures.
     *
     * @param args none
     */
    public static void main(String[] args) {
        var seconds = new double[ROUNDS];
        for (int round = 0; round < WARM_UP; round++) {
            hour(100 + round);
        }
        var last = hour(0);
        for (int round = 0; round < ROUNDS; round++) {
            last = hour(round);
            seconds[round] = last.seconds();
        }
        Figure.of("time.fault-simulation", 1 / Measured.median(seconds), "h/s", 1)
                .print();
        Figure.of("time.writes", last.writes(), "1/h").print();
        Figure.of("time.probes", last.probes(), "1/h").print();
        Figure.of("time.faults", last.faults(), "1/h").print();
    }

    private static Hour hour(long seed) {
        try (var cluster =
                TestCluster.seeded(seed).nodes(NODES).faults(Faults::badDay).start()) {
            for (int i = 0; i < WORKLOADS; i++) {
                cluster.apply(Deployment.named("web-" + i)
                        .replicas(1 + i % 5)
                        .container("app", c -> c.image("web"))
                        .build());
            }
            long start = System.nanoTime();
            cluster.runFor(Duration.ofHours(1));
            double seconds = Measured.seconds(start, System.nanoTime());
            return new Hour(seconds, cluster.writes(), cluster.probes(), cluster.faultCount());
        }
    }
}
