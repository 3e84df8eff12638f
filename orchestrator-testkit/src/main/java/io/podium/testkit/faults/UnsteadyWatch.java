package io.podium.testkit.faults;

import io.podium.api.client.Watch;
import io.podium.api.client.WatchEvent;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.meta.ApiObject;
import io.podium.testkit.sim.FaultPlan;
import java.time.Duration;
import java.util.List;

/**
 * A watch whose events come late, or that expires, as planned under {@code watch.late} and {@code watch.expired}.
 *
 * @param <T> the type of the objects
 */
final class UnsteadyWatch<T extends ApiObject<T>> implements Watch<T> {
    private final Watch<T> watch;
    private final FaultPlan plan;
    private final Dispatcher dispatcher;
    private final String late;
    private final String expired;

    UnsteadyWatch(Watch<T> watch, FaultPlan plan, Dispatcher dispatcher, String plural) {
        this.watch = watch;
        this.plan = plan;
        this.dispatcher = dispatcher;
        this.late = "watch.late." + plural;
        this.expired = "watch.expired." + plural;
    }

    @Override
    public List<WatchEvent<T>> poll() {
        expire();
        return watch.poll();
    }

    @Override
    public List<WatchEvent<T>> next(Duration atMost) throws InterruptedException {
        expire();
        long began = dispatcher.nanos();
        plan.delay(late);
        var left = atMost.minusNanos(dispatcher.nanos() - began);
        return watch.next(left.isNegative() ? Duration.ZERO : left);
    }

    private void expire() {
        if (plan.strikes(expired)) {
            watch.close();
            throw Refusals.expired();
        }
    }

    @Override
    public void close() {
        watch.close();
    }
}
