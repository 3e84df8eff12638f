package io.podium.testkit.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SuspendedJobTest {

    @Test
    void aJobThatBeginsSuspendedStartsWhenItIsResumed() {
        try (var story = JobStory.begin(JobStory.SUCCEEDS, job -> job.spec(spec -> spec.suspend(true)))) {
            story.settle();
            var suspended = story.now();
            var conditions = story.conditions();
            var pods = story.pods();

            story.update(job -> job.spec(spec -> spec.suspend(false)));
            story.settle();

            assertThat(conditions).containsExactly("Suspended JobSuspended Job suspended");
            assertThat(suspended.status().startTime()).isNull();
            assertThat(pods).isEmpty();
            assertThat(story.now().status().conditions())
                    .filteredOn(condition -> condition.type().equals("Suspended"))
                    .singleElement()
                    .matches(condition -> condition.status().equals("False")
                            && condition.reason().equals("JobResumed"));
            assertThat(story.events()).contains("Normal Suspended Job suspended", "Normal Resumed Job resumed");
            assertThat(story.conditions()).last().asString().startsWith("Complete ");
        }
    }

    @Test
    void suspendingStopsPodsWithoutCountingThemAndTheDeadlineCountsAnew() {
        try (var story = JobStory.begin(
                JobStory.RUNS, job -> job.completions(2).parallelism(2).spec(spec -> spec.activeDeadlineSeconds(60)))) {
            story.runFor(Duration.ofSeconds(40));
            story.update(job -> job.spec(spec -> spec.suspend(true)));
            story.runFor(Duration.ofHours(1));
            var suspended = story.now();
            var stopped = story.live();

            story.update(job -> job.spec(spec -> spec.suspend(false)));
            story.runFor(Duration.ofSeconds(40));
            var resumed = story.now();
            story.settle();

            assertThat(stopped).isEmpty();
            assertThat(suspended.status().startTime()).isNull();
            assertThat(suspended.status().failed()).isZero();
            assertThat(suspended.status().active()).isZero();
            assertThat(resumed.status().active()).isEqualTo(2);
            assertThat(story.conditions()).last().asString().startsWith("Failed DeadlineExceeded ");
            assertThat(story.cluster.violations()).isEmpty();
        }
    }

    @Test
    void aSuspendedJobThatWantsNothingCompletes() {
        try (var story = JobStory.begin(JobStory.RUNS, job -> job.completions(0).spec(spec -> spec.suspend(true)))) {
            story.settle();

            assertThat(story.conditions()).last().asString().startsWith("Complete CompletionsReached ");
        }
    }
}
