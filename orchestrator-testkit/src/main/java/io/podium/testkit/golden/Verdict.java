package io.podium.testkit.golden;

import java.util.List;

/**
 * How one case came out.
 *
 * @param file the recording, without its ending
 * @param kind the kind that the case is about
 * @param id names the case, and stays the same as long as its line does
 * @param outcome whether it agrees
 * @param differences what differs: what was recorded, and what came
 * @param input what was asked, for a reader
 */
record Verdict(String file, String kind, String id, Outcome outcome, List<String> differences, String input) {

    /** How a case can come out. */
    enum Outcome {
        /** As recorded. */
        AGREES,
        /** Otherwise than recorded. */
        DISAGREES,
        /** Not replayed: it is about a kind or a feature of a later milestone. */
        LATER
    }

    Verdict {
        differences = List.copyOf(differences);
    }

    boolean agrees() {
        return outcome == Outcome.AGREES;
    }

    boolean disagrees() {
        return outcome == Outcome.DISAGREES;
    }

    boolean isLater() {
        return outcome == Outcome.LATER;
    }
}
