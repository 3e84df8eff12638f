package io.podium.benchmarks;

import io.podium.testkit.FaultScenario;
import io.podium.testkit.FaultScenario.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * How fast virtual time passes: an hour of a cluster of {@value #NODES} nodes on which users keep changing {@value #WORKLOADS} workloads while
 * everything goes wrong that can, its invariants checked, of another seed each round. What comes after the hour, until the cluster has come to
 * rest without faults and was judged, is measured with it and not counted as time passed.
 */
public final class TimeBenchmark {
    private static final int NODES = 20;
    private static final int WORKLOADS = 20;
    private static final int WARM_UP = 16;
    private static final int ROUNDS = 9;
    private static final FaultScenario HOUR = FaultScenario.of(NODES, WORKLOADS, Duration.ofHours(1));

    private TimeBenchmark() {}

    /** What it took, in seconds, and what happened. */
    private record Measurement(double seconds, double cpuSeconds, Outcome outcome) {}

    /**
     * Prints the figures.
     *
     * @param args none
     * @throws IllegalStateException if an hour has shown a problem
     */
    public static void main(String[] args) {
        var first = measure(1000);
        for (int round = 1; round < WARM_UP; round++) {
            measure(1000 + round);
        }
        var hours = new ArrayList<Measurement>();
        for (int round = 0; round < ROUNDS; round++) {
            hours.add(measure(round));
        }
        Figure.of("time.fault-simulation", 1 / median(hours, Measurement::seconds), "h/s", 1)
                .print();
        Figure.of("time.fault-simulation.first", 1 / first.seconds(), "h/s").print();
        Figure.of("time.cpu", median(hours, Measurement::cpuSeconds), "s/h").print();
        Figure.of("time.writes", perHour(hours, Outcome::writes), "1/h").print();
        Figure.of("time.probes", perHour(hours, Outcome::probes), "1/h").print();
        Figure.of("time.faults", perHour(hours, Outcome::faults), "1/h").print();
        Figure.of("time.steps", perHour(hours, Outcome::steps), "1/h").print();
    }

    private static double median(List<Measurement> hours, ToDoubleFunction<Measurement> value) {
        return Measured.median(hours.stream().mapToDouble(value).toArray());
    }

    /** How many of something there were in an hour of virtual time, that after the faults included. */
    private static double perHour(List<Measurement> hours, ToLongFunction<Outcome> count) {
        double all = hours.stream().map(Measurement::outcome).mapToLong(count).sum();
        double seconds = hours.stream()
                .mapToLong(hour -> hour.outcome().passed().toSeconds())
                .sum();
        return all * Duration.ofHours(1).toSeconds() / seconds;
    }

    private static Measurement measure(long seed) {
        long began = System.nanoTime();
        long cpu = Measured.cpuNanos();
        var outcome = HOUR.run(seed);
        double seconds = Measured.seconds(began, System.nanoTime());
        if (!outcome.problems().isEmpty()) {
            throw new IllegalStateException("seed " + seed + " of " + HOUR + ": " + outcome.problems());
        }
        return new Measurement(seconds, Measured.seconds(cpu, Measured.cpuNanos()), outcome);
    }
}
