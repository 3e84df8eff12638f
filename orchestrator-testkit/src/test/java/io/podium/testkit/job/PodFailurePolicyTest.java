package io.podium.testkit.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.batch.JobBuilder;
import io.podium.api.batch.PodFailurePolicyRuleBuilder;
import io.podium.api.client.WriteOptions;
import io.podium.api.core.Node;
import io.podium.api.core.Taint;
import io.podium.api.core.TaintBuilder;
import io.podium.api.meta.ObjectKey;
import io.podium.runtime.simulated.SimulatedBehavior;
import io.podium.runtime.simulated.SimulatedScript;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PodFailurePolicyTest {
    private static final SimulatedBehavior EXITS_42 = SimulatedBehavior.ends(Duration.ofSeconds(2), 42);

    @Test
    void aFailureCanEndTheJobAtOnce() {
        SimulatedScript script = (pod, container) -> JobStory.index(pod) == 0 ? EXITS_42 : JobStory.RUNS;
        var story = JobStory.begin(
                script,
                job -> rule(
                        job.indexed().completions(2).parallelism(2),
                        rule -> rule.action("FailJob")
                                .onExitCodes(codes -> codes.operator("In").value(42))));
        try (story) {
            story.settle();

            var why = "PodFailurePolicy Container app for pod default/" + nameOf(story, 0)
                    + " failed with exit code 42 matching FailJob rule at index 0";
            assertThat(story.conditions()).containsExactly("FailureTarget " + why, "Failed " + why);
            assertThat(story.events()).contains("Warning " + why);
            assertThat(story.now().status().failed()).isEqualTo(2);
            assertThat(story.live()).isEmpty();
            assertThat(story.cluster.violations()).isEmpty();
        }
    }

    @Test
    void aFailureThatIsIgnoredDoesNotCount() {
        try (var story = JobStory.begin(
                inTurn(EXITS_42, EXITS_42, JobStory.SUCCEEDS),
                job -> rule(
                        job.backoffLimit(0),
                        rule -> rule.action("Ignore")
                                .onExitCodes(codes -> codes.containerName("app")
                                        .operator("In")
                                        .value(42))))) {
            story.settle();

            assertThat(story.conditions()).last().asString().startsWith("Complete ");
            assertThat(story.now().status().failed()).isZero();
            assertThat(story.pods()).hasSize(3);
            assertThat(story.cluster.violations()).isEmpty();
        }
    }

    @Test
    void aFailureThatNoRuleSpeaksOfCounts() {
        try (var story = JobStory.begin(
                JobStory.FAILS,
                job -> rule(
                        job.backoffLimit(1),
                        rule -> rule.action("Ignore")
                                .onExitCodes(codes -> codes.operator("NotIn").value(1))))) {
            story.settle();

            assertThat(story.conditions())
                    .last()
                    .isEqualTo("Failed BackoffLimitExceeded Job has reached the specified backoff limit");
            assertThat(story.now().status().failed()).isEqualTo(2);
        }
    }

    @Test
    void theFirstRuleThatMatchesDecides() {
        try (var story = JobStory.begin(
                EXITS_42,
                job -> job.backoffLimit(0)
                        .spec(spec -> spec.podFailurePolicy(policy -> policy.rule(rule -> rule.action("Count")
                                        .onExitCodes(
                                                codes -> codes.operator("In").value(42)))
                                .rule(rule -> rule.action("FailJob")
                                        .onExitCodes(
                                                codes -> codes.operator("NotIn").value(1))))))) {
            story.settle();

            assertThat(story.conditions()).last().asString().startsWith("Failed BackoffLimitExceeded ");
        }
    }

    @Test
    void aPodThatItsNodeDrivesOutIsReplacedOnceItHasEndedAndDoesNotCount() {
        try (var story = JobStory.begin(
                inTurn(JobStory.RUNS, JobStory.SUCCEEDS),
                job -> rule(
                        job.backoffLimit(0),
                        rule -> rule.action("Ignore")
                                .onPodCondition(condition ->
                                        condition.type("DisruptionTarget").status("True"))))) {
            story.runFor(Duration.ofSeconds(5));
            taint(story, story.live().getFirst().spec().nodeName());

            story.runFor(Duration.ofSeconds(10));
            var leaving = story.pods();
            story.settle();

            assertThat(leaving).singleElement().matches(pod -> pod.isTerminating());
            assertThat(story.conditions()).last().asString().startsWith("Complete ");
            assertThat(story.now().status().failed()).isZero();
            assertThat(story.cluster.violations()).isEmpty();
        }
    }

    @Test
    void aFailureCanEndItsIndex() {
        SimulatedScript script = (pod, container) -> JobStory.index(pod) == 1 ? EXITS_42 : JobStory.SUCCEEDS;
        var story = JobStory.begin(
                script,
                job -> rule(
                        job.indexed().completions(3).parallelism(3).spec(spec -> spec.backoffLimitPerIndex(4)),
                        rule -> rule.action("FailIndex")
                                .onExitCodes(codes -> codes.operator("In").value(42))));
        try (story) {
            story.settle();

            assertThat(story.conditions()).last().isEqualTo("Failed FailedIndexes Job has failed indexes");
            assertThat(story.now().status().failedIndexes()).isEqualTo("1");
            assertThat(story.now().status().completedIndexes()).isEqualTo("0,2");
            assertThat(story.now().status().failed()).isEqualTo(1);
            assertThat(story.cluster.violations()).isEmpty();
        }
    }

    private static JobBuilder rule(JobBuilder job, Consumer<PodFailurePolicyRuleBuilder> rule) {
        return job.spec(spec -> spec.podFailurePolicy(policy -> policy.rule(rule)));
    }

    /** One behavior after the other, a start each. */
    private static SimulatedScript inTurn(SimulatedBehavior... behaviors) {
        var next = new ArrayDeque<>(List.of(behaviors));
        return (pod, container) -> next.removeFirst();
    }

    private static String nameOf(JobStory story, int index) {
        return story.pods().stream()
                .map(pod -> pod.name())
                .filter(name -> name.startsWith("j-" + index + "-"))
                .findFirst()
                .orElseThrow();
    }

    private static void taint(JobStory story, String name) {
        var client = story.cluster.client();
        var node = client.get(Node.KIND, ObjectKey.of("", name));
        Taint taint = new TaintBuilder().key("broken").effect("NoExecute").build();
        client.update(node.withSpec(node.spec().withTaints(List.of(taint))), WriteOptions.PLAIN);
    }
}
