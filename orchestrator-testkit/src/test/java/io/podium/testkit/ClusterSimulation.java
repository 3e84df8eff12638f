package io.podium.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.podium.testkit.sim.SeedSource;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * Whole clusters on bad days. The system properties {@code podium.sim.minutes}, {@code podium.sim.nodes} and {@code podium.sim.workloads}
 * make the days longer and the clusters larger; {@code podium.seeds} runs more of them, {@code podium.seed} replays one.
 */
class ClusterSimulation {
    private static final FaultScenario SCENARIO = FaultScenario.of(
            Integer.getInteger("podium.sim.nodes", 5),
            Integer.getInteger("podium.sim.workloads", 5),
            Duration.ofMinutes(Integer.getInteger("podium.sim.minutes", 10)));

    @ParameterizedTest
    @SeedSource(runs = 5)
    void convergesOnceFaultsStop(long seed) {
        var outcome = SCENARIO.run(seed);

        assertThat(outcome.problems()).as("seed %d", seed).isEmpty();
        assertThat(outcome.writes()).isGreaterThan(100);
        assertThat(outcome.faults()).isGreaterThan(10);
    }
}
