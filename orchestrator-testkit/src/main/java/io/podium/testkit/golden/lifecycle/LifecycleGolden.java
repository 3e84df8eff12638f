package io.podium.testkit.golden.lifecycle;

import io.podium.api.dispatch.Task;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Replays recorded pods on a node of processes, in real time and all at once: the whole takes about a minute.
 *
 * <p>Prints a line as the other replays do: {@code lifecycle}, {@code Pod}, cases, how many agree, how many are listed as known to differ or
 * waiting for real containers.
 */
public final class LifecycleGolden {
    private static final Duration STAGGER = Duration.ofMillis(100);
    /** How long a pod has to come up before the one that ran beside it. */
    private static final Duration LEAD = Duration.ofSeconds(2);
    /** A pod that was recorded while another ran, and that other. */
    private static final Map<String, String> BESIDE = Map.of("pinned-port-conflict", "host-port");

    private static final Duration MOST = Duration.ofMinutes(3);

    private LifecycleGolden() {}

    /**
     * How one case came out.
     *
     * @param name the case
     * @param listed why it is not expected to agree, if it is not
     * @param differences what differs; nothing for a case that agrees
     */
    public record Outcome(String name, Optional<String> listed, List<String> differences) {
        /** Copies the list. */
        public Outcome {
            differences = List.copyOf(differences);
        }

        /**
         * Whether the case came out as recorded.
         *
         * @return true if nothing differs
         */
        public boolean agrees() {
            return differences.isEmpty();
        }
    }

    /**
     * Whether this machine has the programs that the recorded pods run.
     *
     * @return false if busybox is missing: {@code apt-get install busybox-static}
     */
    public static boolean isPossible() {
        return Busybox.find().isPresent();
    }

    /**
     * The cases that take no longer than so many seconds here.
     *
     * @param seconds how long each may take
     * @return their names, in the order of the recording
     */
    public static List<String> shorterThan(int seconds) {
        return LifecycleCase.all().stream()
                .filter(each -> CaseRun.end(each) <= seconds)
                .map(LifecycleCase::name)
                .toList();
    }

    /**
     * Replays cases that come with the test kit.
     *
     * @param wanted which of them, by name; listed ones are replayed too
     * @return how they came out, by name
     * @throws InterruptedException if the caller is interrupted
     * @throws IllegalStateException if there is no busybox on this machine
     */
    public static List<Outcome> replay(Predicate<String> wanted) throws InterruptedException {
        return replay(LifecycleCase.all(), wanted);
    }

    /**
     * Replays cases of a recording.
     *
     * @param lines the lines of the recording, a case each
     * @param wanted which of them, by name; listed ones are replayed too
     * @return how they came out, by name
     * @throws InterruptedException if the caller is interrupted
     * @throws IllegalStateException if there is no busybox on this machine
     */
    public static List<Outcome> replay(List<String> lines, Predicate<String> wanted) throws InterruptedException {
        return replay(lines.stream().map(LifecycleCase::read).toList(), wanted);
    }

    private static List<Outcome> replay(Collection<LifecycleCase> recorded, Predicate<String> wanted)
            throws InterruptedException {
        var cases = recorded.stream().filter(each -> wanted.test(each.name())).toList();
        var busybox = Busybox.find()
                .orElseThrow(() -> new IllegalStateException(
                        "there is no /bin/busybox on this machine; install it: apt-get install busybox-static"));
        try {
            var applets = Files.createTempDirectory("podium-busybox");
            try {
                Busybox.link(busybox, applets);
                return List.copyOf(run(cases, applets).values());
            } finally {
                Busybox.unlink(applets);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("busybox's applets cannot be linked", e);
        }
    }

    private static Map<String, Outcome> run(List<LifecycleCase> cases, Path applets) throws InterruptedException {
        var listed = ListedCases.committed();
        var outcomes = new ConcurrentSkipListMap<String, Outcome>();
        try (var cluster = LifecycleCluster.start(applets)) {
            var dispatcher = cluster.dispatcher();
            var tasks = new ArrayList<Task>();
            for (var each : inOrder(cases)) {
                tasks.add(dispatcher.execute(
                        "case " + each.name(), () -> outcomes.put(each.name(), outcome(each, listed, cluster))));
                dispatcher.sleep(BESIDE.containsValue(each.name()) ? LEAD : STAGGER);
            }
            for (var task : tasks) {
                task.join(MOST);
            }
        }
        outcomes.keySet().retainAll(cases.stream().map(LifecycleCase::name).toList());
        return outcomes;
    }

    /** The cases, each right after the one that ran beside it, which comes along if it is not among them. */
    private static Collection<LifecycleCase> inOrder(List<LifecycleCase> cases) {
        var ordered = new LinkedHashMap<String, LifecycleCase>();
        for (var each : cases) {
            var beside = BESIDE.get(each.name());
            Stream.concat(cases.stream(), beside == null ? Stream.empty() : LifecycleCase.all().stream())
                    .filter(other -> other.name().equals(beside))
                    .findFirst()
                    .ifPresent(other -> ordered.putIfAbsent(other.name(), other));
            ordered.putIfAbsent(each.name(), each);
        }
        return ordered.values();
    }

    private static Outcome outcome(LifecycleCase recorded, ListedCases listed, LifecycleCluster cluster) {
        var differences = differences(recorded, cluster);
        var reason = listed.reason(recorded.name()).or(() -> cluster.obstacle(recorded.name()));
        return new Outcome(recorded.name(), reason, differences);
    }

    private static List<String> differences(LifecycleCase recorded, LifecycleCluster cluster) {
        try {
            return LifecycleComparison.differences(recorded, new CaseRun(recorded, cluster).run());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of("interrupted");
        } catch (RuntimeException e) {
            return List.of("failed: " + e);
        }
    }

    /**
     * Replays and prints.
     *
     * @param arguments names of cases, none for all; with {@code --show} also what differs
     * @throws InterruptedException if it is interrupted
     */
    public static void main(String... arguments) throws InterruptedException {
        var words = new ArrayList<>(List.of(arguments));
        boolean show = words.remove("--show");
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        print(replay(name -> words.isEmpty() || words.contains(name)), show, out);
    }

    /**
     * Prints the line of a report, and what differs.
     *
     * @param outcomes the cases
     * @param show whether to print the differences of each case
     * @param out where to
     */
    public static void print(List<Outcome> outcomes, boolean show, PrintStream out) {
        long agree = outcomes.stream().filter(Outcome::agrees).count();
        long listed =
                outcomes.stream().filter(each -> each.listed().isPresent()).count();
        out.println(String.join("\t", "lifecycle", "Pod", outcomes.size() + "", agree + "", listed + ""));
        if (show) {
            outcomes.stream().filter(each -> !each.agrees()).forEach(each -> {
                out.println();
                out.println(each.name()
                        + each.listed()
                                .map(reason -> " (listed: " + reason + ")")
                                .orElse(""));
                each.differences().forEach(difference -> out.println("    " + difference));
            });
        }
        out.flush();
    }
}
