package io.podium.examples;

import io.podium.api.Cluster;
import io.podium.api.apps.Deployment;
import io.podium.api.client.Follower;
import io.podium.api.client.Scope;
import java.util.concurrent.atomic.AtomicInteger;

/** Watches how many pods of a deployment are available, and remembers the fewest. */
final class AvailabilityWatch implements AutoCloseable {
    private final Follower<Deployment> follower;
    private final AtomicInteger fewest = new AtomicInteger(Integer.MAX_VALUE);

    private AvailabilityWatch(Follower<Deployment> follower) {
        this.follower = follower;
    }

    static AvailabilityWatch of(Cluster cluster, String deployment) {
        var watch =
                new AvailabilityWatch(cluster.client().follow(Deployment.KIND, new Scope.Named("default", deployment)));
        var look = cluster.dispatcher().trigger("watch " + deployment, watch::look);
        watch.follower.onReady(look::fire);
        look.fire();
        return watch;
    }

    private void look() {
        for (var change : follower.advance()) {
            fewest.accumulateAndGet(change.newest().status().availableReplicas(), Math::min);
        }
    }

    /** The fewest that were available at once. */
    int fewest() {
        return fewest.get();
    }

    @Override
    public void close() {
        follower.close();
    }
}
