package io.podium.testkit.junit;

import io.podium.api.Cluster;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The cluster of one test, with a name that no other cluster on this machine has. */
final class TestedCluster {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Cluster cluster;
    private final Leftovers leftovers;

    private TestedCluster(Cluster cluster, Leftovers leftovers) {
        this.cluster = cluster;
        this.leftovers = leftovers;
    }

    static TestedCluster start(int nodes, NodeRuntime runtime) {
        var name = "test-" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();
        var leftovers = new Leftovers(name);
        var cluster = Cluster.builder()
                .name(name)
                .nodes(nodes, runtime.factory(name, leftovers::watch))
                .closeGrace(GRACE)
                .start();
        return new TestedCluster(cluster, leftovers);
    }

    Cluster cluster() {
        return cluster;
    }

    String describe() {
        return new ClusterReport(cluster).text();
    }

    /** Closes the cluster; answers what it left behind. */
    List<String> close() {
        cluster.close();
        return leftovers.of(cluster);
    }
}
