package io.podium.testkit;

import java.util.ArrayDeque;
import java.util.List;

/**
 * What {@link FaultSeeds} was asked for.
 *
 * @param from the first seed
 * @param seeds how many seeds
 * @param minutes how much virtual time each
 * @param nodes how many nodes
 * @param workloads how many workloads
 * @param threads how many seeds run at once
 * @param untilFailure whether the first failure is enough
 */
record SeedOptions(long from, long seeds, int minutes, int nodes, int workloads, int threads, boolean untilFailure) {
    private static final SeedOptions DEFAULT =
            new SeedOptions(0, 50, 60, 20, 20, Runtime.getRuntime().availableProcessors(), false);

    static SeedOptions of(List<String> args) {
        var options = DEFAULT;
        var left = new ArrayDeque<>(args);
        while (!left.isEmpty()) {
            var name = left.poll();
            options = name.equals("--until-failure")
                    ? options.stoppingAtFailure()
                    : options.with(name, number(name, left));
        }
        return options;
    }

    private static long number(String name, ArrayDeque<String> left) {
        var value = left.poll();
        if (value == null || !value.matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException(name + " wants a number behind it, has " + value);
        }
        return Long.parseLong(value);
    }

    private SeedOptions with(String name, long value) {
        return switch (name) {
            case "--from" -> new SeedOptions(value, seeds, minutes, nodes, workloads, threads, untilFailure);
            case "--seeds" -> new SeedOptions(from, value, minutes, nodes, workloads, threads, untilFailure);
            case "--minutes" -> new SeedOptions(from, seeds, (int) value, nodes, workloads, threads, untilFailure);
            case "--nodes" -> new SeedOptions(from, seeds, minutes, (int) value, workloads, threads, untilFailure);
            case "--workloads" -> new SeedOptions(from, seeds, minutes, nodes, (int) value, threads, untilFailure);
            case "--threads" -> new SeedOptions(from, seeds, minutes, nodes, workloads, (int) value, untilFailure);
            default ->
                throw new IllegalArgumentException("there is no option " + name
                        + "; take --from, --seeds, --minutes, --nodes, --workloads, --threads or --until-failure");
        };
    }

    private SeedOptions stoppingAtFailure() {
        return new SeedOptions(from, seeds, minutes, nodes, workloads, threads, true);
    }

    /** The command that runs one of these seeds again. */
    String repeating(long seed) {
        return "bin/seeds --from " + seed + " --seeds 1 --minutes " + minutes + " --nodes " + nodes + " --workloads "
                + workloads;
    }
}
