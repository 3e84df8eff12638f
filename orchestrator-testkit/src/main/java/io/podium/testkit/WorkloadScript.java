package io.podium.testkit;

import io.podium.api.runtime.ContainerSpec;
import io.podium.api.runtime.SandboxSpec;
import io.podium.runtime.simulated.SimulatedBehavior;
import io.podium.runtime.simulated.SimulatedBehavior.Stage;
import io.podium.runtime.simulated.SimulatedScript;
import java.time.Duration;
import java.util.List;

/**
 * What the containers of {@link Churn}'s workloads do. As with real programs, some start slowly, some crash, some hang, and some are not
 * ready at times. Each is well for good ten minutes after its last start, so that a cluster can come to rest.
 */
final class WorkloadScript implements SimulatedScript {
    private static final Stage WELL = Stage.STEADY;
    private static final Stage BUSY = Stage.STEADY.unready();

    /** Taken out of service once; a second time it is ready again before anybody counts to three. */
    private static final SimulatedBehavior OVERLOADED = stages(
            BUSY.lasting(Duration.ofSeconds(2)),
            WELL.lasting(Duration.ofMinutes(3)),
            BUSY.lasting(Duration.ofSeconds(40)),
            WELL.lasting(Duration.ofMinutes(4)),
            BUSY.lasting(Duration.ofSeconds(8)),
            WELL);

    private static final SimulatedBehavior SLOW =
            stages(BUSY.lasting(Duration.ofSeconds(8)), WELL).startingIn(Duration.ofSeconds(5));

    private static final SimulatedBehavior SLOW_AND_HANGING = stages(
                    BUSY.lasting(Duration.ofSeconds(8)),
                    WELL.lasting(Duration.ofMinutes(4)),
                    WELL.hanging().lasting(Duration.ofMinutes(2)),
                    WELL)
            .startingIn(Duration.ofSeconds(5));

    private static final SimulatedBehavior CRASHING =
            stages(BUSY.lasting(Duration.ofSeconds(1)), WELL).crashing(0.2, Duration.ofMinutes(1), 1);

    private static final SimulatedBehavior TASK = SimulatedBehavior.ends(Duration.ofSeconds(20), 0);
    private static final SimulatedBehavior CRASHING_TASK =
            SimulatedBehavior.ends(Duration.ofSeconds(40), 0).crashing(0.2, Duration.ofSeconds(30), 1);

    @Override
    public SimulatedBehavior of(SandboxSpec pod, ContainerSpec container) {
        return switch (container.image()) {
            case "web:1" -> OVERLOADED;
            case "web:2" -> container.attempt() == 0 ? SLOW_AND_HANGING : SLOW;
            case "web:3" -> CRASHING;
            case "task:1" -> TASK;
            case "task:2" -> CRASHING_TASK;
            default -> SimulatedBehavior.DEFAULT;
        };
    }

    private static SimulatedBehavior stages(Stage... stages) {
        return SimulatedBehavior.DEFAULT.through(List.of(stages));
    }
}
