package io.podium.testkit.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.batch.Job;
import io.podium.api.core.Pod;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long a job may run, and how long it stays. */
class JobTimesTest {
    private static final String LATE = "DeadlineExceeded Job was active longer than specified deadline";

    @Test
    void whatStillRunsAtTheDeadlineIsStoppedAndCountsAsFailed() {
        try (var story = JobStory.begin(
                JobStory.RUNS, job -> job.completions(2).parallelism(2).spec(spec -> spec.activeDeadlineSeconds(30)))) {
            story.runFor(Duration.ofSeconds(35));
            var stopping = story.now();
            story.settle();

            assertThat(stopping.status().terminating()).isEqualTo(2);
            assertThat(stopping.status().conditions())
                    .singleElement()
                    .matches(each -> each.type().equals("FailureTarget"));
            assertThat(story.conditions()).containsExactly("FailureTarget " + LATE, "Failed " + LATE);
            assertThat(story.now().status().failed()).isEqualTo(2);
            assertThat(story.events()).contains("Warning " + LATE);
            assertThat(story.cluster.violations()).isEmpty();
        }
    }

    @Test
    void aFinishedJobGoesAfterItsTimeWithItsPods() {
        try (var story = JobStory.begin(JobStory.SUCCEEDS, job -> job.spec(spec -> spec.ttlSecondsAfterFinished(60)))) {
            story.runFor(Duration.ofSeconds(55));
            var finished = story.conditions();

            story.runFor(Duration.ofSeconds(20));

            assertThat(finished).hasSize(2);
            assertThat(story.cluster.all(Job.KIND)).isEmpty();
            assertThat(story.cluster.all(Pod.KIND)).isEmpty();
        }
    }

    @Test
    void aJobThatFailedGoesToo() {
        try (var story = JobStory.begin(
                JobStory.FAILS, job -> job.backoffLimit(0).spec(spec -> spec.ttlSecondsAfterFinished(0)))) {
            story.settle();

            assertThat(story.cluster.all(Job.KIND)).isEmpty();
        }
    }

    @Test
    void theTimeCanBeGivenAndTakenAfterwards() {
        try (var story = JobStory.begin(JobStory.SUCCEEDS, job -> {})) {
            story.settle();
            story.update(job -> job.spec(spec -> spec.ttlSecondsAfterFinished(3600)));
            story.update(job -> job.spec(spec -> spec.ttlSecondsAfterFinished(null)));

            story.runFor(Duration.ofHours(2));
            var kept = story.cluster.all(Job.KIND);
            story.update(job -> job.spec(spec -> spec.ttlSecondsAfterFinished(3600)));
            story.runFor(Duration.ofSeconds(1));

            assertThat(kept).hasSize(1);
            assertThat(story.cluster.all(Job.KIND)).isEmpty();
        }
    }

    @Test
    void aJobThatRunsStaysHoweverLong() {
        try (var story = JobStory.begin(JobStory.RUNS, job -> job.spec(spec -> spec.ttlSecondsAfterFinished(1)))) {
            story.runFor(Duration.ofHours(1));

            assertThat(story.now().status().active()).isEqualTo(1);
        }
    }
}
