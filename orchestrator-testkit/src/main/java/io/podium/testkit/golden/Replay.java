package io.podium.testkit.golden;

import java.util.function.Consumer;

/** Replays the cases of one recording. */
interface Replay {
    /** The namespace of the requests, unless they name another. */
    String NAMESPACE = "golden";

    /** The recording, with its ending. */
    String file();

    /** Replays all cases, one after another. */
    void replay(Recordings recordings, Consumer<Verdict> verdicts);

    /** Whether there is a recording of it. */
    default boolean isIn(Recordings recordings) {
        return recordings.has(file());
    }

    /** The recording as reports call it: without its ending. */
    default String title() {
        return file().replaceFirst("\\.jsonl?$", "");
    }
}
