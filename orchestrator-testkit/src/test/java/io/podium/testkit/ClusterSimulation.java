package io.podium.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.podium.testkit.sim.SeedSource;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * Whole clusters on bad days. The system properties {@code podium.sim.minutes}, {@code podium.sim.nodes} and {@code podium.sim.workloads}
 * change how long an hour of them is and how large they are; {@code podium.seeds} runs more of them, {@code podium.seed} replays one, and so does
 * {@code bin/seeds}.
 */
class ClusterSimulation {
    private static final FaultScenario SCENARIO = FaultScenario.of(
            Integer.getInteger("podium.sim.nodes", 20),
            Integer.getInteger("podium.sim.workloads", 20),
            Duration.ofMinutes(Integer.getInteger("podium.sim.minutes", 60)));

    @ParameterizedTest
    @SeedSource(runs = 5)
    void convergesOnceFaultsStop(long seed) {
        var outcome = SCENARIO.run(seed);

        assertThat(outcome.problems())
                .as("seed %d; again: bin/seeds --from %d --seeds 1", seed, seed)
                .isEmpty();
        assertThat(outcome.writes()).isGreaterThan(100);
        assertThat(outcome.faults()).isGreaterThan(10);
    }
}
