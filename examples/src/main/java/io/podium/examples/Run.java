package io.podium.examples;

import io.podium.api.Cluster;
import io.podium.api.ClusterBuilder;
import io.podium.api.client.ApiException;
import io.podium.api.meta.Kinds;
import io.podium.dispatch.ShutdownHook;
import io.podium.runtime.Runtimes;
import io.podium.testkit.sim.SimulatedDispatcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Applies manifests to a cluster of this JVM, and tells what comes of them. */
public final class Run {
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration FOREVER = Duration.ofDays(365);

    private final RunOptions options;
    private final Map<Path, FileTime> applied = new LinkedHashMap<>();
    private final AtomicBoolean refused = new AtomicBoolean();

    private Run(RunOptions options) {
        this.options = options;
    }

    /**
     * Runs it.
     *
     * @param args see {@code examples/run}
     * @throws Exception if it is interrupted
     */
    public static void main(String... args) throws Exception {
        try {
            var run = new Run(RunOptions.parse(args));
            run.run();
            if (run.refused.get()) {
                System.exit(1);
            }
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private void run() throws InterruptedException {
        if (options.seed().isEmpty()) {
            runInRealTime();
        } else {
            runInVirtualTime(options.seed().getAsLong());
        }
    }

    private void runInRealTime() throws InterruptedException {
        var end = new CountDownLatch(1);
        try (var cluster = start(Cluster.builder());
                var teller = new Teller(cluster, Kinds.builtIn(), System.out)) {
            teller.start();
            var hook = ShutdownHook.add("conclude", () -> conclude(teller, end));
            cluster.dispatcher().every("look at files", Duration.ZERO, LOOK, () -> applyChanged(cluster));
            end.await(options.length().orElse(FOREVER).toMillis(), TimeUnit.MILLISECONDS);
            hook.close();
            conclude(teller, end);
        }
    }

    private void runInVirtualTime(long seed) {
        try (var time = SimulatedDispatcher.seeded(seed);
                var cluster = start(Cluster.builder().dispatcher(time));
                var teller = new Teller(cluster, Kinds.builtIn(), System.out)) {
            teller.start();
            applyChanged(cluster);
            time.runFor(options.length().orElse(Duration.ofMinutes(1)));
            teller.conclude();
        }
    }

    private Cluster start(ClusterBuilder builder) {
        var named = builder.name(options.name());
        return switch (options.runtime()) {
            case "process" -> named.nodes(1, Runtimes.process()).start();
            case "simulated" -> named.nodes(3, Runtimes.simulated()).start();
            default ->
                throw new IllegalArgumentException("--runtime " + options.runtime() + ": must be process or simulated");
        };
    }

    private static void conclude(Teller teller, CountDownLatch end) {
        if (end.getCount() > 0) {
            end.countDown();
        }
        teller.conclude();
    }

    private void applyChanged(Cluster cluster) {
        for (var file : options.files()) {
            try {
                var changed = Files.getLastModifiedTime(file);
                if (!changed.equals(applied.put(file, changed))) {
                    cluster.apply(file);
                    System.out.println("applied " + file);
                }
            } catch (ApiException | IllegalArgumentException | UncheckedIOException | IOException e) {
                refused.set(true);
                System.err.println("refused " + file + ": " + e.getMessage());
            }
        }
    }
}
