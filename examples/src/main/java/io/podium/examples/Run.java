package io.podium.examples;

import io.podium.api.Cluster;
import io.podium.api.ClusterBuilder;
import io.podium.api.client.ApiException;
import io.podium.api.meta.Kinds;
import io.podium.dispatch.ShutdownHook;
import io.podium.dispatch.SystemDispatcher;
import io.podium.runtime.Runtimes;
import io.podium.testkit.sim.SimulatedDispatcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Applies manifests to a cluster of this JVM, and tells what comes of them. */
public final class Run {
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final FileTime NEVER = FileTime.from(Instant.MIN);
    private static final Duration FOREVER = Duration.ofDays(365);

    /** How long the cluster may take to close, its containers included. */
    private static final Duration CLOSING = Duration.ofMinutes(1);

    private final RunOptions options;
    private final Map<Path, FileTime> applied = new LinkedHashMap<>();
    private final AtomicBoolean refused = new AtomicBoolean();
    private final AtomicBoolean interrupted = new AtomicBoolean();

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
            run.exit();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    /** Ends the JVM, which Ctrl-C has told to end with another code. */
    private void exit() {
        System.out.flush();
        int code = refused.get() ? 1 : 0;
        if (interrupted.get()) {
            Runtime.getRuntime().halt(code); // all is closed, for which the hook has waited
        }
        System.exit(code);
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
        var main = Thread.currentThread();
        try (var time = SystemDispatcher.start(
                        options.name()); // ours, so that the cluster lets us print before it ends
                var cluster = start(Cluster.builder().dispatcher(time));
                var teller = new Teller(cluster, Kinds.builtIn(), System.out)) {
            teller.start();
            var hook = ShutdownHook.add("conclude", () -> end(end, main));
            cluster.dispatcher().every("look at files", Duration.ZERO, LOOK, () -> applyChanged(cluster));
            end.await(options.length().orElse(FOREVER).toMillis(), TimeUnit.MILLISECONDS);
            hook.close();
            teller.conclude();
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

    /** At Ctrl-C: lets {@link #main} print and close, which then ends the JVM. */
    private void end(CountDownLatch end, Thread main) {
        interrupted.set(true);
        end.countDown();
        try {
            main.join(CLOSING.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void applyChanged(Cluster cluster) {
        for (var file : options.files()) {
            var changed = lastChanged(file);
            if (changed.equals(applied.put(file, changed))) {
                continue;
            }
            try {
                cluster.apply(file);
                System.out.println("applied " + file);
            } catch (ApiException | IllegalArgumentException | UncheckedIOException e) {
                refused.set(true);
                System.err.println("refused " + file + ": " + e.getMessage());
            }
        }
    }

    /** When a file was changed last; a file that is not there says so when it is applied. */
    private static FileTime lastChanged(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return NEVER;
        }
    }
}
