package io.podium.testkit.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.batch.JobBuilder;
import io.podium.api.core.Pod;
import io.podium.runtime.simulated.SimulatedScript;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffLimitPerIndexTest {
    private static final String FAILURES = "batch.kubernetes.io/job-index-failure-count";

    @Test
    void anIndexFailsForGoodByItsOwnFailures() {
        SimulatedScript script = (pod, container) -> JobStory.index(pod) == 0 ? JobStory.FAILS : JobStory.SUCCEEDS;
        try (var story =
                JobStory.begin(script, job -> perIndex(job, 1).completions(3).parallelism(1))) {
            story.settle();

            assertThat(story.conditions())
                    .containsExactly(
                            "FailureTarget FailedIndexes Job has failed indexes",
                            "Failed FailedIndexes Job has failed indexes");
            assertThat(story.now().status().failedIndexes()).isEqualTo("0");
            assertThat(story.now().status().completedIndexes()).isEqualTo("1,2");
            assertThat(story.now().status().failed()).isEqualTo(2);
            assertThat(story.pods())
                    .filteredOn(pod -> pod.name().startsWith("j-0-"))
                    .extracting(pod -> pod.annotation(FAILURES))
                    .containsExactlyInAnyOrder("0", "1");
            assertThat(story.pods()).allMatch(pod -> pod.metadata().finalizers().isEmpty());
            assertThat(story.cluster.violations()).isEmpty();
        }
    }

    @Test
    void anIndexThatFailsHoldsUpNoOther() {
        SimulatedScript script = (pod, container) -> JobStory.index(pod) == 0 ? JobStory.FAILS : JobStory.RUNS;
        try (var story =
                JobStory.begin(script, job -> perIndex(job, 5).completions(2).parallelism(2))) {
            story.runFor(Duration.ofSeconds(8));
            var waiting = story.pods();
            story.runFor(Duration.ofSeconds(6));

            assertThat(waiting).hasSize(2);
            assertThat(waiting)
                    .filteredOn(pod -> pod.status().phase().equals("Failed"))
                    .singleElement()
                    .matches(pod -> !pod.metadata().finalizers().isEmpty(), "is held for its replacement");
            assertThat(story.pods()).hasSize(3);
            assertThat(story.live()).extracting(Pod::name).allMatch(name -> name.matches("j-[01]-.*"));
        }
    }

    @Test
    void tooManyFailedIndexesEndTheJob() {
        SimulatedScript script = (pod, container) -> JobStory.index(pod) < 2 ? JobStory.FAILS : JobStory.RUNS;
        try (var story = JobStory.begin(
                script, job -> perIndex(job, 0).completions(4).parallelism(4).spec(spec -> spec.maxFailedIndexes(1)))) {
            story.settle();

            assertThat(story.conditions())
                    .last()
                    .isEqualTo("Failed MaxFailedIndexesExceeded Job has exceeded the specified maximal number of failed"
                            + " indexes");
            assertThat(story.now().status().failedIndexes()).isEqualTo("0,1");
            assertThat(story.now().status().failed()).isEqualTo(4);
            assertThat(story.live()).isEmpty();
            assertThat(story.cluster.violations()).isEmpty();
        }
    }

    private static JobBuilder perIndex(JobBuilder job, int limit) {
        return job.indexed().spec(spec -> spec.backoffLimitPerIndex(limit));
    }
}
