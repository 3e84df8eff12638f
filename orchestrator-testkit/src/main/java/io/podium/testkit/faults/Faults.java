package io.podium.testkit.faults;

import io.podium.api.client.Client;
import io.podium.api.dispatch.Dispatcher;
import io.podium.testkit.sim.FaultPlan;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** What goes wrong between the components of one cluster and its API server. */
public final class Faults {
    private static final Duration LONGEST_LAG = Duration.ofSeconds(20);

    private final FaultPlan plan;
    private final Lags lags;
    private final CallNames names = new CallNames();
    private final Set<String> unreachable = new ConcurrentSkipListSet<>();

    /**
     * No faults yet.
     *
     * @param time gives randomness and waiting: in a simulation, all from its seed
     */
    public Faults(Dispatcher time) {
        this.plan = new FaultPlan(time);
        this.lags = new Lags(time, plan, LONGEST_LAG);
    }

    /**
     * Says how likely what goes wrong.
     *
     * @return the plan, which knows {@code client.slow}, {@code client.fail}, {@code client.conflict}, {@code client.lost} and {@code client.late}, the
     *     answer of a write (each for all calls, or with a verb and the plural of a kind behind it), {@code informer.lag}, {@code watch.late} and
     *     {@code watch.expired} (with the plural of a kind)
     */
    public FaultPlan plan() {
        return plan;
    }

    /**
     * The faults of a bad day: of each hundred calls some are slow, some fail, some are lost after they were committed.
     *
     * @return this
     */
    public Faults badDay() {
        plan.slow("client.slow", 0.05, Duration.ofMillis(1), Duration.ofSeconds(3))
                .fail("client.fail", 0.02)
                .fail("client.conflict", 0.03)
                .fail("client.lost", 0.02)
                .slow("client.late", 0.02, Duration.ofMillis(1), Duration.ofSeconds(3))
                .fail("informer.lag", 0.05)
                .slow("watch.late", 0.1, Duration.ofMillis(1), Duration.ofSeconds(10))
                .fail("watch.expired", 0.01);
        return this;
    }

    /**
     * A client of a component, with its faults.
     *
     * @param component who calls: the name of a controller or node
     * @param client a client without faults
     * @return a client with them
     */
    public Client between(String component, Client client) {
        return new FaultyClient(client, new Calls(component, plan, names, unreachable), lags);
    }

    /**
     * Cuts a component off: no call of it arrives, so the heartbeats of a node are lost.
     *
     * @param component the name of a controller or node
     */
    public void cutOff(String component) {
        unreachable.add(component);
    }

    /**
     * Ends what {@link #cutOff} began.
     *
     * @param component the name of a controller or node
     */
    public void reconnect(String component) {
        unreachable.remove(component);
    }

    /** Ends all that fails; calls may still be slow, and news late, as planned. */
    public void calm() {
        unreachable.clear();
        plan.keepOnly("client.slow", "client.late", "informer.lag", "watch.late");
    }

    /** Ends all faults. */
    public void heal() {
        unreachable.clear();
        plan.heal();
    }
}
