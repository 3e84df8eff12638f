package io.podium.benchmarks;

import static io.podium.api.core.Resources.cpu;
import static io.podium.api.core.Resources.memory;

import io.podium.api.Cluster;
import io.podium.api.ClusterBuilder;
import io.podium.api.NodeSettings;
import io.podium.api.apps.Deployment;
import io.podium.api.client.WriteOptions;
import io.podium.api.meta.Quantity;
import io.podium.runtime.Runtimes;

/** What the benchmarks of scale run: many simulated nodes, and Deployments whose pods differ. */
final class Workload {
    private static final String[] ZONES = {"a", "b", "c"};
    private static final String[] CPUS = {"50m", "100m", "200m"};
    private static final String[] MEMORIES = {"32Mi", "64Mi", "128Mi", "256Mi"};

    private Workload() {}

    /** A cluster of simulated nodes in three zones, every other one of them with fast disks. */
    static ClusterBuilder nodes(int count) {
        var builder = Cluster.builder().name("benchmark");
        for (int i = 0; i < count; i++) {
            builder.node(NodeSettings.of("node-" + i, Runtimes.simulated())
                    .label("topology.kubernetes.io/zone", ZONES[i % ZONES.length])
                    .label("disk", i % 2 == 0 ? "fast" : "slow")
                    .capacity("cpu", Quantity.of("32"))
                    .capacity("memory", Quantity.of("256Gi"))
                    .capacity("pods", Quantity.of("110")));
        }
        return builder;
    }

    /** Deployments whose pods differ in requests, selectors, labels and tolerations. */
    static void create(Cluster cluster, String round, int deployments, int replicas) {
        for (int i = 0; i < deployments; i++) {
            cluster.client().create(deployment(round + "-" + i, i, replicas), WriteOptions.PLAIN);
        }
    }

    private static Deployment deployment(String name, int i, int replicas) {
        var described = Deployment.named(name)
                .replicas(replicas)
                .podLabel("tier", "tier-" + i % 7)
                .podLabel("team", "team-" + i % 11)
                .container(
                        "app",
                        c -> c.image("registry.example/app:" + i % 5)
                                .env("NAME", name)
                                .port(8080)
                                .requests(cpu(CPUS[i % CPUS.length]), memory(MEMORIES[i % MEMORIES.length])));
        if (i % 3 == 0) {
            described.podSpec(spec -> spec.nodeSelector("disk", i % 2 == 0 ? "fast" : "slow"));
        }
        if (i % 4 == 0) {
            described.podSpec(spec -> spec.nodeSelector("topology.kubernetes.io/zone", ZONES[i % ZONES.length]));
        }
        if (i % 5 == 0) {
            described.podSpec(spec ->
                    spec.toleration(t -> t.key("team").value("team-" + i % 11).effect("NoSchedule")));
        }
        return described.build();
    }
}
