package io.podium.benchmarks;

import io.podium.api.Cluster;
import io.podium.api.Conditions;
import io.podium.api.core.Node;
import io.podium.runtime.Runtimes;

/**
 * From {@code Cluster.start()} with {@value #NODES} nodes of host processes until all are Ready: in a warm JVM, from the start of a JVM, and
 * from the start of one that has an archive of classes.
 */
public final class StartBenchmark {
    private static final int NODES = 3;
    private static final int RUNS = 20;
    private static final int COLD_RUNS = 5;

    /** A real API server with its etcd answers after this many milliseconds. */
    private static final double KUBERNETES = 2_700;

    private StartBenchmark() {}

    /** Starts one cluster, in a JVM of its own. */
    static final class Once {
        private Once() {}

        /**
         * Starts it.
         *
         * @param args none
         */
        public static void main(String[] args) {
            try (var cluster = start()) {
                awaitReady(cluster);
                FreshJvm.done();
            }
        }
    }

    /**
     * Prints the figures.
     *
     * @param args none
     */
    public static void main(String[] args) {
        var millis = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            try (var cluster = start()) {
                awaitReady(cluster);
                millis[run] = Measured.millis(start, System.nanoTime());
            }
        }
        Figure.of("start.warm", Measured.median(millis), "ms", KUBERNETES).print();
        Figure.of("start.first", millis[0], "ms", KUBERNETES).print();
        FreshJvm.inDirectory(jvm -> {
            Figure.of("start.from-java", jvm.median(COLD_RUNS, Once.class), "ms", KUBERNETES)
                    .print();
            Figure.of("start.from-java.archived", jvm.medianArchived(COLD_RUNS, Once.class), "ms", KUBERNETES)
                    .print();
        });
    }

    private static Cluster start() {
        return Cluster.builder()
                .name("benchmark")
                .nodes(NODES, Runtimes.process())
                .start();
    }

    private static void awaitReady(Cluster cluster) {
        try (var nodes = new Watcher<>(cluster, Node.KIND)) {
            nodes.await(NODES, Conditions.nodeReady().holds());
        }
    }
}
