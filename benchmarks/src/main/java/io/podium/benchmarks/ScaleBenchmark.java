package io.podium.benchmarks;

import io.podium.api.Cluster;
import io.podium.api.Conditions;
import io.podium.api.client.ListOptions;
import io.podium.api.core.Event;
import io.podium.api.core.Node;
import io.podium.api.core.Pod;
import io.podium.store.memory.MemoryStore;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/**
 * {@value #NODES} simulated nodes until all are Ready, and then the pods of {@value #DEPLOYMENTS} Deployments until all are bound and until
 * all run, as a watcher sees it. Two rounds in one JVM, the first of which is cold.
 */
public final class ScaleBenchmark {
    private static final int NODES = 5_000;
    private static final int DEPLOYMENTS = 100;
    private static final int REPLICAS = 100;
    private static final int HEARTBEATS = 300;
    private static final int MOST_LOOKS = 100;
    private static final int PODS = DEPLOYMENTS * REPLICAS;

    /** KWOK on a real Kubernetes, seconds. */
    private static final double KUBERNETES_NODES_READY = 47;

    /** The real scheduler, pods a second from create to bound and watched. */
    private static final double KUBERNETES_BOUND = 172;

    /** KWOK on a real Kubernetes, pods a second to Running. */
    private static final double KUBERNETES_RUNNING = 20;

    private ScaleBenchmark() {}

    /**
     * Prints the figures.
     *
     * @param args how many rounds, 2 unless said
     */
    public static void main(String[] args) {
        int rounds = args.length == 0 ? 2 : Integer.parseInt(args[0]);
        for (int round = 1; round <= rounds; round++) {
            measure(round < rounds ? ".round-" + round : "");
        }
    }

    private static void measure(String suffix) {
        var kept = new AtomicReference<MemoryStore>();
        long start = System.nanoTime();
        try (var cluster = Workload.nodes(NODES)
                        .store(dispatcher -> kept.updateAndGet(none -> new MemoryStore(dispatcher)))
                        .start();
                var nodes = new Watcher<>(cluster, Node.KIND);
                var pods = new Watcher<>(cluster, Pod.KIND)) {
            long ready = nodes.await(NODES, Conditions.nodeReady().holds())[0];
            Figure.of("scale.nodes-ready" + suffix, Measured.seconds(start, ready), "s", KUBERNETES_NODES_READY)
                    .print();
            long revision = kept.get().revision().value();
            long cpu = Measured.cpuNanos();
            start = System.nanoTime();
            Workload.create(cluster, "web", DEPLOYMENTS, REPLICAS);
            var moments = pods.await(PODS, Watcher::isBound, Watcher::isRunning);
            Figure.of(
                            "scale.pods-bound" + suffix,
                            PODS / Measured.seconds(start, moments[0]),
                            "pods/s",
                            KUBERNETES_BOUND)
                    .print();
            Figure.of(
                            "scale.pods-running" + suffix,
                            Measured.seconds(start, moments[1]),
                            "s",
                            PODS / KUBERNETES_RUNNING)
                    .print();
            awaitRest(kept.get());
            Figure.of("scale.cpu-a-pod-until-bound" + suffix, (pods.cpuAt(0) - cpu) / 1e3 / PODS, "us")
                    .print();
            Figure.of("scale.cpu-a-pod" + suffix, (Measured.cpuNanos() - cpu) / 1e3 / PODS, "us")
                    .print();
            Figure.of("scale.events-a-pod" + suffix, events(cluster) / (double) PODS, "events")
                    .print();
            Figure.of(
                            "scale.writes-a-pod" + suffix,
                            (kept.get().revision().value() - revision) / (double) PODS,
                            "writes")
                    .print();
        }
    }

    /** Waits until hardly more than heartbeats is written, which are some hundred a second, but not for ever. */
    static void awaitRest(MemoryStore store) {
        long written = Long.MAX_VALUE;
        for (int look = 0; look < MOST_LOOKS && written > HEARTBEATS; look++) {
            long before = store.revision().value();
            Measured.pause(Duration.ofMillis(200));
            written = store.revision().value() - before;
        }
    }

    private static int events(Cluster cluster) {
        return cluster.client().list(Event.KIND, "", ListOptions.ALL).items().size();
    }
}
