package io.podium.benchmarks;

import io.podium.api.Cluster;
import io.podium.api.Conditions;
import io.podium.api.client.DeleteOptions;
import io.podium.api.client.WriteOptions;
import io.podium.api.core.BindingBuilder;
import io.podium.api.core.Pod;
import io.podium.runtime.Runtimes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** A pod of one host process, from the commit of its binding until a watcher sees it Running, beside a bare {@link ProcessBuilder}. */
public final class ProcessBenchmark {
    private static final int RUNS = 200;
    private static final String[] PROGRAM = {"sleep", "600"};

    private ProcessBenchmark() {}

    /**
     * Prints the figures.
     *
     * @param args none
     */
    public static void main(String[] args) {
        var bare = new double[RUNS];
        var pods = new double[RUNS];
        try (var cluster = Cluster.builder()
                        .name("benchmark")
                        .nodes(1, Runtimes.process())
                        .start();
                var watcher = new Watcher<>(cluster, Pod.KIND)) {
            for (int run = 0; run < RUNS; run++) {
                bare[run] = startBare();
                pods[run] = startPod(cluster, watcher, "pod-" + run, run + 1);
            }
        }
        double bareMedian = Measured.median(bare);
        double podMedian = Measured.median(pods);
        Figure.of("process.pod-running", podMedian, "ms", bareMedian).print();
        Figure.of("process.pod-running.less-10-ms", podMedian - 10, "ms", bareMedian)
                .print();
    }

    private static double startBare() {
        long start = System.nanoTime();
        try {
            var process = new ProcessBuilder(PROGRAM).start();
            double millis = Measured.millis(start, System.nanoTime());
            process.destroyForcibly().waitFor();
            return millis;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static double startPod(Cluster cluster, Watcher<Pod> watcher, String name, int count) {
        var pod = cluster.client()
                .create(
                        Pod.named(name)
                                .podSpec(spec -> spec.schedulerName("benchmark"))
                                .container("app", c -> c.image("host").command(PROGRAM))
                                .build(),
                        WriteOptions.PLAIN);
        cluster.client()
                .bind(
                        new BindingBuilder()
                                .metadata(m -> m.namespace("default").name(name))
                                .target(target -> target.kind("Node").name("node-1"))
                                .build(),
                        WriteOptions.PLAIN);
        long bound = System.nanoTime();
        double millis = Measured.millis(bound, watcher.await(count, Watcher::isRunning)[0]);
        end(cluster, pod);
        return millis;
    }

    /** Ends a pod and waits until it is gone, because ending it, which looks through all processes, is not what is measured. */
    private static void end(Cluster cluster, Pod pod) {
        cluster.client().delete(Pod.KIND, pod.key(), DeleteOptions.PLAIN.within(Duration.ofSeconds(1)));
        cluster.pod(pod.name()).await(Conditions.gone(), Duration.ofSeconds(30));
    }
}
