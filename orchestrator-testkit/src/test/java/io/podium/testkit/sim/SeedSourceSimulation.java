package io.podium.testkit.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;

class SeedSourceSimulation {
    private static final List<Long> SEEDS = new ArrayList<>();

    @ParameterizedTest
    @SeedSource(runs = 3)
    void takesOneSeedPerRun(long seed) {
        SEEDS.add(seed);

        assertThat(SEEDS).doesNotHaveDuplicates();
    }

    @AfterAll
    static void sawAllSeeds() {
        if (System.getProperties().stringPropertyNames().stream().noneMatch(name -> name.startsWith("podium.seed"))) {
            assertThat(SEEDS).containsExactly(0L, 1L, 2L);
        }
    }
}
