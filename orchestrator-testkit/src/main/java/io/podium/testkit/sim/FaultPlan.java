package io.podium.testkit.sim;

import io.podium.api.dispatch.Dispatcher;
import io.podium.api.dispatch.RandomSource;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Decides from the seed when something goes wrong. Whoever wraps a client, a store or a runtime asks it by name; each name
 * draws from a stream of its own, so that one more question in one place does not change the answers in another.
 *
 * <p>Names are dotted paths such as {@code client.update.pods}; what is planned for {@code client.update} or {@code client}
 * holds for it too, unless something more specific is planned. Nothing goes wrong that was not planned. Several threads may ask at once.
 */
public final class FaultPlan {
    private final Dispatcher dispatcher;
    private final Map<String, Double> odds = new ConcurrentSkipListMap<>();
    private final Map<String, Slowness> slowness = new ConcurrentSkipListMap<>();
    private final Map<String, Named> named = new ConcurrentHashMap<>(); // looked up, never iterated
    private final LongAdder struck = new LongAdder();
    private volatile boolean healed;

    private record Slowness(double probability, Duration from, Duration to) {}

    /** What is planned for one name: kept, because it is asked at every call. */
    private record Named(@Nullable Double odds, @Nullable Slowness slowness, RandomSource random) {}

    /**
     * Makes an empty plan.
     *
     * @param dispatcher gives the randomness and the waiting
     */
    public FaultPlan(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    /**
     * Plans that something goes wrong.
     *
     * @param name what goes wrong
     * @param probability from 0 to 1, for each {@link #strikes}
     * @return this plan
     * @throws IllegalArgumentException if the probability is not from 0 to 1
     */
    public FaultPlan fail(String name, double probability) {
        odds.put(name, checked(name, probability));
        named.clear();
        return this;
    }

    /**
     * Plans that something is slow.
     *
     * @param name what is slow
     * @param probability from 0 to 1, for each {@link #delay}
     * @param from shortest delay, at least zero
     * @param to longest delay, at least {@code from}
     * @return this plan
     * @throws IllegalArgumentException if the probability is not from 0 to 1, or the delays are negative or the wrong way round
     */
    public FaultPlan slow(String name, double probability, Duration from, Duration to) {
        if (from.isNegative() || to.compareTo(from) < 0) {
            throw new IllegalArgumentException(
                    "delays of " + name + " must be at least zero, the shortest first, were " + from + " to " + to);
        }
        slowness.put(name, new Slowness(checked(name, probability), from, to));
        named.clear();
        return this;
    }

    /**
     * Whether something goes wrong this time.
     *
     * @param name what could go wrong
     * @return true in the planned share of the cases, never after {@link #heal}
     */
    public boolean strikes(String name) {
        if (healed) {
            return false;
        }
        var planned = planned(name);
        boolean strikes = planned.odds() != null && planned.random().chance(planned.odds());
        if (strikes) {
            struck.increment();
        }
        return strikes;
    }

    /**
     * Lets the calling task wait as planned, usually not at all.
     *
     * @param name what could be slow
     * @throws InterruptedException if the task is cancelled or its scope closed
     */
    public void delay(String name) throws InterruptedException {
        if (healed) {
            return;
        }
        var planned = planned(name);
        var slow = planned.slowness();
        if (slow != null && planned.random().chance(slow.probability())) {
            struck.increment();
            dispatcher.sleep(planned.random().between(slow.from(), slow.to()));
        }
    }

    /**
     * The stream of a name, for draws of another kind (which node crashes, which bytes are lost).
     *
     * @param name what is decided
     * @return the same stream that {@link #strikes} and {@link #delay} use for that name
     */
    public RandomSource random(String name) {
        return planned(name).random();
    }

    /**
     * How often something went wrong or was slow.
     *
     * @return the number of faults so far
     */
    public long struck() {
        return struck.sum();
    }

    /**
     * Whether all faults are over.
     *
     * @return true from {@link #heal} to {@link #resume}
     */
    public boolean isHealed() {
        return healed;
    }

    /**
     * Ends all that was planned but this.
     *
     * @param names what goes on, with all that is planned for more specific names
     */
    public void keepOnly(String... names) {
        odds.keySet().removeIf(planned -> !isOf(planned, names));
        slowness.keySet().removeIf(planned -> !isOf(planned, names));
        named.clear();
    }

    private static boolean isOf(String planned, String... names) {
        return Arrays.stream(names).anyMatch(name -> planned.equals(name) || planned.startsWith(name + "."));
    }

    /** Ends all faults and delays: from now on nothing goes wrong, so that the cluster must converge. */
    public void heal() {
        healed = true;
    }

    /** Lets the plan be carried out again. */
    public void resume() {
        healed = false;
    }

    private Named planned(String name) {
        var known = named.get(name); // found without a lock, unlike by what follows
        return known != null
                ? known
                : named.computeIfAbsent(
                        name,
                        unknown -> new Named(
                                planned(odds, unknown),
                                planned(slowness, unknown),
                                dispatcher.random("fault " + unknown)));
    }

    private static <V> @Nullable V planned(Map<String, V> plans, String name) {
        var found = plans.get(name);
        for (int dot = name.lastIndexOf('.'); found == null && dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
            found = plans.get(name.substring(0, dot));
        }
        return found;
    }

    private static double checked(String name, double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability of " + name + " must be from 0 to 1, was " + probability);
        }
        return probability;
    }
}
