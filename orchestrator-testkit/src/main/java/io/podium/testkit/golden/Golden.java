package io.podium.testkit.golden;

import io.podium.testkit.golden.lifecycle.LifecycleGolden;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Replays what a real Kubernetes answered, and prints a line for each recording and kind: file, kind, cases, how many agree, and how many
 * are listed as known to differ, separated by tabs.
 *
 * <p>{@code golden [DIR] [--file NAME] [--kind KIND] [--case TEXT] [--show COUNT] [--write-listed FILE]}: the recordings of a directory,
 * else those that come with the test kit; only one file or kind; the first differences of each in full.
 */
public final class Golden {
    private static final String LIFECYCLE = "lifecycle.jsonl";

    private final PrintStream out;

    private Golden(PrintStream out) {
        this.out = out;
    }

    /**
     * Replays and prints.
     *
     * @param arguments a directory of recordings, and options
     * @throws IOException if the list of known differences cannot be written
     * @throws InterruptedException if it is interrupted
     */
    public static void main(String... arguments) throws IOException, InterruptedException {
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        new Golden(out).run(Arguments.of(List.of(arguments)));
        out.flush();
    }

    /** What was asked for on the command line. */
    private record Arguments(
            Recordings recordings,
            String file,
            String kind,
            String text,
            int shown,
            @Nullable Path listed) {

        static Arguments of(List<String> arguments) {
            var options = new LinkedHashMap<String, String>();
            var recordings = Recordings.committed();
            for (int i = 0; i < arguments.size(); i++) {
                if (arguments.get(i).startsWith("--") && i + 1 < arguments.size()) {
                    options.put(arguments.get(i), arguments.get(++i));
                } else {
                    recordings = Recordings.in(Path.of(arguments.get(i)));
                }
            }
            var listed = options.get("--write-listed");
            return new Arguments(
                    recordings,
                    options.getOrDefault("--file", ""),
                    options.getOrDefault("--kind", ""),
                    options.getOrDefault("--case", ""),
                    Integer.parseInt(options.getOrDefault("--show", "0")),
                    listed == null ? null : Path.of(listed));
        }

        boolean wantsLifecycle() {
            return (file.isEmpty() || LIFECYCLE.startsWith(file + "."))
                    && (kind.isEmpty() || kind.equals("Pod"))
                    && listed == null
                    && recordings.has(LIFECYCLE);
        }

        Predicate<Verdict> wanted() {
            return verdict -> (kind.isEmpty() || verdict.kind().equals(kind))
                    && verdict.id().contains(text);
        }
    }

    private void run(Arguments arguments) throws IOException, InterruptedException {
        var listed = Listed.committed();
        var differing = new ArrayList<Verdict>();
        for (var replay : Replays.of(arguments.recordings(), arguments.file())) {
            var counts = new LinkedHashMap<String, Count>();
            replay.replay(arguments.recordings(), verdict -> {
                if (!arguments.wanted().test(verdict)) {
                    return;
                }
                counts.computeIfAbsent(verdict.file() + "\t" + verdict.kind(), key -> new Count())
                        .add(verdict, listed);
                if (verdict.disagrees()) {
                    differing.add(verdict);
                }
            });
            print(counts);
        }
        if (arguments.wantsLifecycle()) {
            replayLifecycle(arguments);
        }
        show(differing, arguments.shown());
        if (arguments.listed() != null) {
            Files.writeString(arguments.listed(), listed.updated(differing));
        }
    }

    /** Runs recorded pods in real time, which takes about a minute. */
    private void replayLifecycle(Arguments arguments) throws InterruptedException {
        if (!LifecycleGolden.isPossible()) {
            out.println("lifecycle is skipped: it needs /bin/busybox; install it: apt-get install busybox-static");
            return;
        }
        try (var lines = arguments.recordings().lines(LIFECYCLE)) {
            var outcomes = LifecycleGolden.replay(lines.toList(), name -> name.contains(arguments.text()));
            LifecycleGolden.print(outcomes, arguments.shown() > 0, out);
        }
    }

    private void print(Map<String, Count> counts) {
        counts.forEach(
                (key, count) -> out.println(key + "\t" + count.cases + "\t" + count.agree + "\t" + count.listed));
        out.flush();
    }

    private void show(List<Verdict> differing, int most) {
        differing.stream().limit(most).forEach(verdict -> {
            out.println();
            out.println(verdict.file() + " " + verdict.kind() + " " + verdict.id() + " " + verdict.input());
            verdict.differences().forEach(difference -> out.println("    " + difference));
        });
    }

    /** The cases of one recording and kind. */
    private static final class Count {
        private int cases;
        private int agree;
        private int listed;

        void add(Verdict verdict, Listed known) {
            cases++;
            agree += verdict.agrees() ? 1 : 0;
            listed += known.reason(verdict).isPresent() ? 1 : 0;
        }
    }
}
