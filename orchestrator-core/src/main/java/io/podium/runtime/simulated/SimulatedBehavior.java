package io.podium.runtime.simulated;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a simulated container does: it starts after a delay, goes through stages, and ends with an exit code when the last one is over. It may
 * crash before.
 *
 * @param startDelay how long its start takes, at least zero
 * @param startFailure why it cannot be started, empty if it can
 * @param stages what it goes through, at least one; only the last may last for ever
 * @param exitCode how it ends after its last stage, from 0 to 255
 * @param crashProbability how likely it ends by itself before, from 0 to 1
 * @param crashWithin within what time after its start it crashes, if it does; the moment is drawn from the runtime's randomness
 * @param crashExitCode how it ends then, from 0 to 255
 * @param stopExitCode how it ends when it is asked to, from 0 to 255
 */
public record SimulatedBehavior(
        Duration startDelay,
        String startFailure,
        List<Stage> stages,
        int exitCode,
        double crashProbability,
        Duration crashWithin,
        int crashExitCode,
        int stopExitCode) {

    /** What a program gets that is ended by SIGTERM. */
    public static final int TERMINATED = 143;

    /** What a program gets that must be killed. */
    public static final int KILLED = 137;

    /** Runs at once and for ever, passes all probes, and stops at once. */
    public static final SimulatedBehavior DEFAULT =
            new SimulatedBehavior(Duration.ZERO, "", List.of(Stage.STEADY), 0, 0, Duration.ofMinutes(1), 1, TERMINATED);

    /** Copies the stages and checks them. */
    public SimulatedBehavior {
        stages = List.copyOf(stages);
        if (stages.isEmpty()) {
            throw new IllegalArgumentException("a behavior needs a stage; take Stage.STEADY");
        }
        for (var stage : stages.subList(0, stages.size() - 1)) {
            if (stage.lasts() == null) {
                throw new IllegalArgumentException("only the last of " + stages.size() + " stages may last for ever");
            }
        }
        notNegative("startDelay", startDelay);
        notNegative("crashWithin", crashWithin);
        exitCode("exitCode", exitCode);
        exitCode("crashExitCode", crashExitCode);
        exitCode("stopExitCode", stopExitCode);
        if (!(crashProbability >= 0 && crashProbability <= 1)) {
            throw new IllegalArgumentException("crashProbability must be from 0 to 1, was " + crashProbability);
        }
    }

    private static void notNegative(String name, Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException(name + " must not be negative, was " + duration);
        }
    }

    private static void exitCode(String name, int code) {
        if (code < 0 || code > 255) {
            throw new IllegalArgumentException(name + " must be from 0 to 255, was " + code);
        }
    }

    /**
     * A part of a container's life.
     *
     * @param lasts how long, or null for ever
     * @param ready whether it passes readiness and startup probes
     * @param live whether it passes liveness probes
     * @param milliCpu thousandths of a CPU that it uses
     * @param memoryBytes bytes of memory that it uses; more than its limit ends it as OOMKilled
     */
    public record Stage(@Nullable Duration lasts, boolean ready, boolean live, long milliCpu, long memoryBytes) {
        /** Ready and live for ever, using nothing. */
        public static final Stage STEADY = new Stage(null, true, true, 0, 0);

        /** Refuses a negative time. */
        public Stage {
            if (lasts != null) {
                notNegative("the time that a stage lasts", lasts);
            }
        }

        /**
         * For a limited time.
         *
         * @param duration how long
         * @return the stage, limited
         */
        public Stage lasting(Duration duration) {
            return new Stage(duration, ready, live, milliCpu, memoryBytes);
        }

        /**
         * Failing readiness probes.
         *
         * @return the stage, not ready
         */
        public Stage unready() {
            return new Stage(lasts, false, live, milliCpu, memoryBytes);
        }

        /**
         * Failing liveness probes.
         *
         * @return the stage, not live
         */
        public Stage hanging() {
            return new Stage(lasts, ready, false, milliCpu, memoryBytes);
        }

        /**
         * Using resources.
         *
         * @param cpu thousandths of a CPU
         * @param memory bytes
         * @return the stage with that use
         */
        public Stage using(long cpu, long memory) {
            return new Stage(lasts, ready, live, cpu, memory);
        }
    }

    /**
     * Ends by itself.
     *
     * @param after how long it runs
     * @param code its exit code, from 0 to 255
     * @return the behavior of one stage of that length
     */
    public static SimulatedBehavior ends(Duration after, int code) {
        return DEFAULT.through(List.of(Stage.STEADY.lasting(after))).exiting(code);
    }

    /**
     * Is ready only after a while.
     *
     * @param after how long it fails its readiness probes
     * @return the behavior, running for ever
     */
    public static SimulatedBehavior readyAfter(Duration after) {
        return DEFAULT.through(List.of(Stage.STEADY.unready().lasting(after), Stage.STEADY));
    }

    /**
     * Fails its readiness probes for ever.
     *
     * @return the behavior
     */
    public static SimulatedBehavior neverReady() {
        return DEFAULT.through(List.of(Stage.STEADY.unready()));
    }

    /**
     * Cannot be started.
     *
     * @param why the message of the failure
     * @return the behavior
     */
    public static SimulatedBehavior unstartable(String why) {
        var it = DEFAULT;
        return new SimulatedBehavior(
                it.startDelay,
                why,
                it.stages,
                it.exitCode,
                it.crashProbability,
                it.crashWithin,
                it.crashExitCode,
                it.stopExitCode);
    }

    /**
     * With other stages.
     *
     * @param others at least one
     * @return the behavior with them
     */
    public SimulatedBehavior through(List<Stage> others) {
        return new SimulatedBehavior(
                startDelay, startFailure, others, exitCode, crashProbability, crashWithin, crashExitCode, stopExitCode);
    }

    /**
     * With one more stage.
     *
     * @param stage comes last
     * @return the behavior with it
     */
    public SimulatedBehavior then(Stage stage) {
        var more = new ArrayList<>(stages);
        more.add(stage);
        return through(more);
    }

    /**
     * With another exit code after the last stage.
     *
     * @param code from 0 to 255
     * @return the behavior with it
     */
    public SimulatedBehavior exiting(int code) {
        return new SimulatedBehavior(
                startDelay, startFailure, stages, code, crashProbability, crashWithin, crashExitCode, stopExitCode);
    }

    /**
     * With a slow start.
     *
     * @param delay how long it takes
     * @return the behavior with it
     */
    public SimulatedBehavior startingIn(Duration delay) {
        return new SimulatedBehavior(
                delay, startFailure, stages, exitCode, crashProbability, crashWithin, crashExitCode, stopExitCode);
    }

    /**
     * Crashing now and then.
     *
     * @param probability how likely each run crashes, from 0 to 1
     * @param within within what time after its start
     * @param code its exit code then, from 0 to 255
     * @return the behavior with it
     */
    public SimulatedBehavior crashing(double probability, Duration within, int code) {
        return new SimulatedBehavior(
                startDelay, startFailure, stages, exitCode, probability, within, code, stopExitCode);
    }

    /**
     * Ending otherwise when it is asked to.
     *
     * @param code its exit code, from 0 to 255; {@link #KILLED} for one that ignores its signal
     * @return the behavior with it
     */
    public SimulatedBehavior stoppingWith(int code) {
        return new SimulatedBehavior(
                startDelay, startFailure, stages, exitCode, crashProbability, crashWithin, crashExitCode, code);
    }

    /** Whether all probes pass whenever they are asked. */
    boolean isAlwaysWell() {
        for (var stage : stages) {
            if (!stage.ready() || !stage.live()) {
                return false;
            }
        }
        return true;
    }

    /** The stage at some time after the start. */
    Stage stageAt(Duration age) {
        var left = age;
        for (var stage : stages) {
            var lasts = stage.lasts();
            if (lasts == null || left.compareTo(lasts) < 0) {
                return stage;
            }
            left = left.minus(lasts);
        }
        return stages.getLast();
    }

    /** How long it runs if nothing intervenes, or null for ever. */
    @Nullable
    Duration length() {
        var sum = Duration.ZERO;
        for (var stage : stages) {
            if (stage.lasts() == null) {
                return null;
            }
            sum = sum.plus(stage.lasts());
        }
        return sum;
    }

    /** How long it runs until it needs more memory than it may have, or null if it never does. */
    @Nullable
    Duration untilOutOfMemory(long limit) {
        var sum = Duration.ZERO;
        for (var stage : stages) {
            if (limit > 0 && stage.memoryBytes() > limit) {
                return sum;
            }
            if (stage.lasts() == null) {
                return null;
            }
            sum = sum.plus(stage.lasts());
        }
        return null;
    }
}
