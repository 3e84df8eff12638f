package io.podium.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each committed case agrees with the recorded Kubernetes, or stands in {@code listed.tsv} with its reason, and never both. */
class GoldenTest {
    private static final int SHOWN = 20;

    static Stream<Replay> replays() {
        return Replays.of(Recordings.committed(), "").stream();
    }

    @ParameterizedTest
    @MethodSource("replays")
    void agreesOrIsListed(Replay replay) {
        var listed = Listed.committed();
        var unexpected = new ArrayList<String>();
        var stale = new TreeSet<>(listed.keysOf(replay));
        var cases = new ArrayList<Verdict>();

        replay.replay(Recordings.committed(), verdict -> {
            cases.add(verdict);
            if (verdict.disagrees() && listed.reason(verdict).isEmpty()) {
                unexpected.add(shown(verdict));
            } else if (verdict.disagrees()) {
                stale.remove(Listed.key(verdict));
            }
        });

        assertThat(cases).as("cases of %s", replay.title()).isNotEmpty();
        assertThat(unexpected.stream().limit(SHOWN).toList())
                .as("cases that disagree without being listed, of %d in all", unexpected.size())
                .isEmpty();
        assertThat(stale).as("listed cases that agree; take them off the list").isEmpty();
    }

    private static String shown(Verdict verdict) {
        var lines = new ArrayList<>(List.of(verdict.file() + " " + verdict.id() + " " + verdict.input()));
        lines.addAll(verdict.differences());
        return String.join("\n    ", lines);
    }
}
