package io.podium.testkit.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.podium.runtime.simulated.SimulatedScript;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuccessPolicyTest {
    private static final List<String> COMPLETE = List.of(
            "SuccessCriteriaMet SuccessPolicy Matched rules at index 0",
            "Complete SuccessPolicy Matched rules at index 0");

    @Test
    void theSuccessOfALeaderEndsTheRest() {
        SimulatedScript script = (pod, container) -> JobStory.index(pod) == 0 ? JobStory.SUCCEEDS : JobStory.RUNS;
        try (var story = JobStory.begin(
                script,
                job -> job.indexed()
                        .completions(4)
                        .parallelism(3)
                        .spec(spec -> spec.successPolicy(policy -> policy.rule(rule -> rule.succeededIndexes("0")))))) {
            story.settle();

            assertThat(story.conditions()).isEqualTo(COMPLETE);
            assertThat(story.events()).contains("Normal Completed Job completed");
            assertThat(story.now().status().completedIndexes()).isEqualTo("0");
            assertThat(story.now().status().failed()).isZero();
            assertThat(story.live()).isEmpty();
            assertThat(story.cluster.violations()).isEmpty();
        }
    }

    @Test
    void someOfTheNamedIndexesCanBeEnough() {
        SimulatedScript script = (pod, container) -> JobStory.index(pod) == 0 ? JobStory.RUNS : JobStory.SUCCEEDS;
        try (var story = JobStory.begin(
                script,
                job -> job.indexed()
                        .completions(4)
                        .parallelism(4)
                        .spec(spec -> spec.successPolicy(policy ->
                                policy.rule(rule -> rule.succeededIndexes("0-2").succeededCount(2)))))) {
            story.settle();

            assertThat(story.conditions()).isEqualTo(COMPLETE);
            assertThat(story.now().status().completedIndexes()).isEqualTo("1-3");
        }
    }

    @Test
    void withoutEnoughSuccessesTheJobGoesOn() {
        SimulatedScript script = (pod, container) -> JobStory.index(pod) == 0 ? JobStory.RUNS : JobStory.SUCCEEDS;
        try (var story = JobStory.begin(
                script,
                job -> job.indexed()
                        .completions(3)
                        .parallelism(3)
                        .spec(spec -> spec.successPolicy(policy -> policy.rule(rule -> rule.succeededIndexes("0,1"))
                                .rule(rule -> rule.succeededCount(3)))))) {
            story.settle();

            assertThat(story.conditions()).isEmpty();
            assertThat(story.live()).hasSize(1);
        }
    }
}
