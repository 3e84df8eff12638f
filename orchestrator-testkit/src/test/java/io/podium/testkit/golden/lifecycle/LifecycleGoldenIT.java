package io.podium.testkit.golden.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.podium.testkit.golden.lifecycle.LifecycleGolden.Outcome;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LifecycleGoldenIT {
    /** Longer cases are for the tool. */
    private static final int SECONDS = 20;

    @Test
    void podsFareAsTheyDidOnARealKubelet() throws Exception {
        assumeTrue(
                LifecycleGolden.isPossible(),
                "skipped: recorded pods need /bin/busybox; install it: apt-get install busybox-static");
        var listed = ListedCases.committed();
        var names = Set.copyOf(LifecycleGolden.shorterThan(SECONDS));

        var outcomes = LifecycleGolden.replay(
                name -> names.contains(name) && listed.reason(name).isEmpty());

        assertThat(outcomes).hasSizeGreaterThan(40);
        assertThat(outcomes.stream()
                        .filter(outcome -> !outcome.agrees() && outcome.listed().isEmpty())
                        .map(LifecycleGoldenIT::words))
                .isEmpty();
    }

    private static String words(Outcome outcome) {
        return outcome.name() + ": " + String.join("\n    ", outcome.differences());
    }

    @Test
    void listsNothingThatWasNotRecorded() {
        var recorded = LifecycleCase.all().stream().map(LifecycleCase::name).toList();

        assertThat(ListedCases.committed().names()).isSubsetOf(recorded);
        assertThat(List.copyOf(recorded)).doesNotHaveDuplicates();
    }
}
