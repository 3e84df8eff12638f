package io.podium.benchmarks;

import io.podium.api.client.Client;
import io.podium.api.client.DeleteOptions;
import io.podium.api.client.ListOptions;
import io.podium.api.core.Event;
import io.podium.api.core.Pod;
import io.podium.store.memory.HistoryBounds;
import io.podium.store.memory.MemoryStore;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Heap that a running pod keeps from the collector at {@value #NODES} nodes and {@value #PODS} pods, in all caches together. Events and
 * history have bounds of their own and are told apart: Events by deleting them, history by compacting it.
 */
public final class HeapBenchmark {
    private static final int NODES = 5_000;
    private static final int DEPLOYMENTS = 500;
    private static final int REPLICAS = 200;
    private static final int PODS = DEPLOYMENTS * REPLICAS;
    private static final double TARGET = 4_096;

    /** All of a real Kubernetes' processes, at a tenth of the pods, in MB. */
    private static final double KUBERNETES = 2_500;

    private HeapBenchmark() {}

    /**
     * Prints the figures.
     *
     * @param args none
     */
    public static void main(String[] args) {
        var kept = new AtomicReference<MemoryStore>();
        long empty = Measured.retainedBytes();
        try (var cluster = Workload.nodes(NODES)
                .store(dispatcher -> kept.updateAndGet(none -> new MemoryStore(dispatcher, HistoryBounds.standard())))
                .start()) {
            long start = System.nanoTime();
            try (var pods = new Watcher<>(cluster, Pod.KIND)) {
                ScaleBenchmark.awaitRest(kept.get());
                long nodes = Measured.retainedBytes();
                Figure.of("heap.node", (nodes - empty) / (double) NODES, "B").print();
                Workload.create(cluster, "web", DEPLOYMENTS, REPLICAS);
                long running = pods.await(PODS, Watcher::isRunning)[0];
                Figure.of("heap.pods-running-after", Measured.seconds(start, running), "s")
                        .print();
                ScaleBenchmark.awaitRest(kept.get());
            }
            measure(cluster.client(), kept.get(), empty);
        }
    }

    private static void measure(Client client, MemoryStore store, long empty) {
        long everything = Measured.retainedBytes();
        store.compact(store.revision());
        long withoutHistory = Measured.retainedBytes();
        int events = client.list(Event.KIND, "", ListOptions.ALL).items().size();
        client.deleteCollection(Event.KIND, "default", ListOptions.ALL, DeleteOptions.PLAIN);
        store.compact(store.revision());
        long withoutEvents = Measured.retainedBytes();
        Figure.of("heap.all", everything / 1e6, "MB", KUBERNETES).print();
        Figure.of("heap.history", (everything - withoutHistory) / 1e6, "MB").print();
        Figure.of("heap.events", (withoutHistory - withoutEvents) / 1e6, "MB").print();
        Figure.of("heap.events-kept", events, "events").print();
        Figure.of("heap.pod", (withoutEvents - empty) / (double) PODS, "B", TARGET)
                .print();
    }
}
