package io.podium.testkit.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.client.DeleteOptions;
import io.podium.api.core.Pod;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Which pods a job has: how many, when one that goes is replaced, and none if another takes care of it. */
class JobPodsTest {
    @Test
    void aPodThatIsBeingDeletedHasFailedAndIsReplacedAfterABackoff() {
        try (var story = JobStory.begin(JobStory.RUNS, job -> {})) {
            story.runFor(Duration.ofSeconds(5));
            delete(story);
            story.runFor(Duration.ofSeconds(5));
            var waiting = story.now();
            story.runFor(Duration.ofSeconds(10));

            assertThat(waiting.status().failed()).isEqualTo(1);
            assertThat(waiting.status().terminating()).isEqualTo(1);
            assertThat(waiting.status().active()).isZero();
            assertThat(story.now().status().active()).isEqualTo(1);
            assertThat(story.pods()).hasSize(2);
            assertThat(story.cluster.violations()).isEmpty();
        }
    }

    @Test
    void aPodThatIsBeingDeletedCanBeReplacedOnlyOnceItHasEnded() {
        try (var story = JobStory.begin(JobStory.RUNS, job -> job.spec(spec -> spec.podReplacementPolicy("Failed")))) {
            story.runFor(Duration.ofSeconds(5));
            delete(story);
            story.runFor(Duration.ofSeconds(15));
            var waiting = story.now();
            story.settle();

            assertThat(waiting.status().failed()).isZero();
            assertThat(waiting.status().terminating()).isEqualTo(1);
            assertThat(waiting.status().active()).isZero();
            assertThat(story.now().status().failed()).isEqualTo(1);
            assertThat(story.now().status().active()).isEqualTo(1);
            assertThat(story.cluster.violations()).isEmpty();
        }
    }

    @Test
    void aJobOfAnotherControllerIsLeftAlone() {
        try (var story =
                JobStory.begin(JobStory.SUCCEEDS, job -> job.spec(spec -> spec.managedBy("example.com/queue")))) {
            story.settle();

            assertThat(story.pods()).isEmpty();
            assertThat(story.now().status().startTime()).isNull();
            assertThat(story.events()).isEmpty();
        }
    }

    @Test
    void aJobThatNamesThisControllerRuns() {
        try (var story = JobStory.begin(
                JobStory.SUCCEEDS, job -> job.spec(spec -> spec.managedBy("kubernetes.io/job-controller")))) {
            story.settle();

            assertThat(story.conditions()).last().asString().startsWith("Complete ");
        }
    }

    @Test
    void anIndexedJobThatShrinksForgetsTheIndexesBeyond() {
        try (var story = JobStory.begin(
                (pod, container) -> JobStory.index(pod) == 0 ? JobStory.RUNS : JobStory.SUCCEEDS,
                job -> job.indexed().completions(3).parallelism(3))) {
            story.settle();
            var before = story.now();

            story.update(job -> job.completions(2).parallelism(2));
            story.settle();

            assertThat(before.status().completedIndexes()).isEqualTo("1,2");
            assertThat(story.now().status().completedIndexes()).isEqualTo("1");
            assertThat(story.now().status().succeeded()).isEqualTo(1);
            assertThat(story.live()).hasSize(1);
        }
    }

    private static void delete(JobStory story) {
        story.cluster.client().delete(Pod.KIND, story.live().getFirst().key(), DeleteOptions.PLAIN);
    }
}
