package io.podium.testkit.faults;

import io.podium.api.client.Follower;
import io.podium.api.client.Watch;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Kind;
import io.podium.testkit.sim.FaultPlan;
import java.time.Duration;

/** How late informers and watches learn of what was committed: asked as {@code informer.lag} and {@code watch.late}, with the kind's plural. */
final class Lags {
    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final Dispatcher dispatcher;
    private final FaultPlan plan;
    private final Duration longest;

    Lags(Dispatcher dispatcher, FaultPlan plan, Duration longest) {
        this.dispatcher = dispatcher;
        this.plan = plan;
        this.longest = longest;
    }

    <T extends ApiObject<T>> Follower<T> follow(Kind<T> kind, Follower<T> follower) {
        return new LaggingFollower<>(follower, this, "informer.lag." + kind.plural());
    }

    <T extends ApiObject<T>> Watch<T> watch(Kind<T> kind, Watch<T> watch) {
        return new UnsteadyWatch<>(watch, plan, dispatcher, kind.plural());
    }

    /** How long a follower stays behind this time; zero usually. */
    Duration next(String name) {
        return plan.strikes(name) ? plan.random(name).between(SHORTEST, longest) : Duration.ZERO;
    }

    /** Whether all faults are over, so that nobody lags any more. */
    boolean isOver() {
        return plan.isHealed();
    }

    void later(String name, Duration delay, Runnable work) {
        dispatcher.schedule(name, delay, work);
    }
}
