package io.podium.testkit.golden;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Replays the cases of one recording. */
interface Replay {
    /** The namespace of the requests, unless they name another. */
    String NAMESPACE = "golden";

    /** The recording, with its ending. */
    String file();

    /** Replays all cases, one after another. */
    void replay(Recordings recordings, Consumer<Verdict> verdicts);

    /** Judges the cases of the recording, each on its own. */
    default void judge(Recordings recordings, Function<Case, Verdict> judge, Consumer<Verdict> verdicts) {
        try (var lines = recordings.lines(file())) {
            lines.map(line -> Case.of(title(), line))
                    .map(each -> judged(each, judge))
                    .forEach(verdicts);
        }
    }

    /** A case that breaks the replay disagrees, and the next one is judged. */
    private static Verdict judged(Case each, Function<Case, Verdict> judge) {
        try {
            return judge.apply(each);
        } catch (RuntimeException broken) {
            return each.verdict(each.text("kind"), List.of("the replay broke: " + broken));
        }
    }

    /** Whether there is a recording of it. */
    default boolean isIn(Recordings recordings) {
        return recordings.has(file());
    }

    /** The recording as reports call it: without its ending. */
    default String title() {
        return file().replaceFirst("\\.jsonl?$", "");
    }
}
