package io.podium.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.podium.testkit.sim.OtherJvm;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Same seed, same history of a whole cluster on a bad day, every object to the byte, in any JVM. */
class ClusterHistorySimulation {
    private static final FaultScenario SCENARIO =
            FaultScenario.of(3, 5, Duration.ofMinutes(3)).recordingObjects();

    @Test
    void theSameSeedGivesTheSameHistory() {
        assertThat(SCENARIO.run(7)).isEqualTo(SCENARIO.run(7));
    }

    @Test
    void anotherSeedGivesAnotherHistory() {
        assertThat(SCENARIO.run(8).history()).isNotEqualTo(SCENARIO.run(10).history());
    }

    @Test
    void anotherJvmGivesTheSameHistory() throws IOException, InterruptedException {
        var expected = Main.histories();

        var actual = OtherJvm.outputOf(Main.class);

        assertThat(actual).isEqualTo(expected);
    }

    /** The same scenario in another JVM. */
    static final class Main {
        private Main() {}

        static String histories() {
            return SCENARIO.run(42).history() + "\n" + SCENARIO.run(43).history() + "\n";
        }

        public static void main(String[] args) {
            System.out.print(histories());
        }
    }
}
