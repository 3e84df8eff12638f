package io.podium.testkit;

import io.podium.testkit.FaultScenario.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Runs seeds of the {@link FaultScenario}, as many at once as there are processors, each with a cluster of its own. It prints a line a seed, and
 * for one that fails what was wrong and the command that repeats it. {@code bin/seeds} is its command.
 */
public final class FaultSeeds {
    private static final int PROBLEMS_SHOWN = 5;

    private final SeedOptions options;
    private final FaultScenario scenario;
    private final AtomicLong next;
    private final AtomicInteger run = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicBoolean enough = new AtomicBoolean();

    private FaultSeeds(SeedOptions options) {
        this.options = options;
        this.scenario = FaultScenario.of(options.nodes(), options.workloads(), Duration.ofMinutes(options.minutes()));
        this.next = new AtomicLong(options.from());
    }

    /**
     * Runs seeds, and ends the JVM with 1 if one of them failed.
     *
     * @param args {@code --seeds N}, {@code --from SEED}, {@code --minutes N} of virtual time, {@code --nodes N}, {@code --workloads N},
     *     {@code --threads N}, {@code --until-failure}
     * @throws InterruptedException if the JVM is to end before
     */
    public static void main(String[] args) throws InterruptedException {
        var seeds = new FaultSeeds(SeedOptions.of(List.of(args)));
        seeds.run();
        System.exit(seeds.failed.get() == 0 ? 0 : 1);
    }

    private void run() throws InterruptedException {
        long start = System.nanoTime();
        var threads = IntStream.range(0, options.threads())
                .mapToObj(number -> Thread.ofPlatform().name("seeds-" + number).start(this::work))
                .toList();
        for (var thread : threads) {
            thread.join();
        }
        System.out.println(run.get() + " seeds, " + failed.get() + " failed, " + seconds(start));
    }

    private void work() {
        for (long seed = next.getAndIncrement();
                seed < options.from() + options.seeds() && !enough.get();
                seed = next.getAndIncrement()) {
            long start = System.nanoTime();
            report(outcome(seed), seconds(start));
        }
    }

    private Outcome outcome(long seed) {
        try {
            return scenario.run(seed);
        } catch (RuntimeException | Error broken) {
            return new Outcome(seed, List.of("the scenario ended with " + broken), "", Duration.ZERO, 0, 0, 0, 0);
        }
    }

    private void report(Outcome outcome, String seconds) {
        run.incrementAndGet();
        var text = new StringBuilder()
                .append("seed ")
                .append(outcome.seed())
                .append(outcome.problems().isEmpty() ? ": passed, " : ": FAILED, ")
                .append(outcome.writes())
                .append(" writes, ")
                .append(outcome.faults())
                .append(" faults, ")
                .append(seconds);
        if (!outcome.problems().isEmpty()) {
            failed.incrementAndGet();
            enough.compareAndSet(false, options.untilFailure());
            outcome.problems().stream()
                    .limit(PROBLEMS_SHOWN)
                    .forEach(problem -> text.append("\n    ").append(problem));
            text.append("\n    repeat: ").append(options.repeating(outcome.seed()));
        }
        System.out.println(text);
    }

    private static String seconds(long start) {
        return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - start) / 1e9);
    }
}
