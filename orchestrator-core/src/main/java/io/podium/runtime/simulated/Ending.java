package io.podium.runtime.simulated;

import io.podium.api.dispatch.RandomSource;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a run of a container comes to its end by itself.
 *
 * @param after how long after its start
 * @param exitCode its exit code
 * @param reason why, in Kubernetes' words
 */
record Ending(Duration after, int exitCode, String reason) {

    /** The first of what may end a run: its program, a crash that the seed draws, the memory limit; null if it goes on for ever. */
    static @Nullable Ending of(SimulatedBehavior behavior, long memoryLimit, RandomSource random) {
        var length = behavior.length();
        var end = length == null ? null : exit(length, behavior.exitCode());
        if (behavior.crashProbability() > 0 && random.chance(behavior.crashProbability())) {
            var moment = random.between(Duration.ZERO, behavior.crashWithin());
            end = first(end, exit(moment, behavior.crashExitCode()));
        }
        var starved = behavior.untilOutOfMemory(memoryLimit);
        return starved == null ? end : first(end, new Ending(starved, SimulatedBehavior.KILLED, "OOMKilled"));
    }

    private static Ending exit(Duration after, int code) {
        return new Ending(after, code, reason(code));
    }

    /** What Kubernetes calls an end with that exit code. */
    static String reason(int exitCode) {
        return exitCode == 0 ? "Completed" : "Error";
    }

    private static Ending first(@Nullable Ending one, Ending other) {
        return one == null || other.after.compareTo(one.after) < 0 ? other : one;
    }
}
