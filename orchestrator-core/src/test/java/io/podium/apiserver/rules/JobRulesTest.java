package io.podium.apiserver.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.batch.Job;
import io.podium.api.batch.JobConditionBuilder;
import io.podium.api.batch.JobSpecBuilder;
import io.podium.api.batch.JobStatusBuilder;
import io.podium.api.core.Affinity;
import io.podium.api.core.NodeAffinity;
import io.podium.apiserver.validation.Problems;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobRulesTest {
    private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

    private final JobRules rules = new JobRules();

    private Job job(Consumer<JobSpecBuilder> change) {
        var job = Job.named("once")
                .container("app", app -> app.image("busybox"))
                .build()
                .with(each -> each.template(template -> template.restartPolicy("Never")));
        return rules.prepareForCreate(rules.defaults(job.withSpec(job.spec().with(change))));
    }

    private List<String> problemsOf(Job job) {
        var problems = new Problems();
        rules.validateCreate(job, problems);
        return said(problems);
    }

    private List<String> problemsOfChange(Job old, Consumer<JobSpecBuilder> change) {
        var problems = new Problems();
        rules.validateUpdate(old.withSpec(old.spec().with(change)), old, problems);
        return said(problems);
    }

    private List<String> problemsOfStatus(
            Job job, Consumer<JobStatusBuilder> before, Consumer<JobStatusBuilder> change) {
        var old = job.withStatus(job.status().with(before));
        var problems = new Problems();
        rules.validateStatusUpdate(old.withStatus(old.status().with(change)), old, problems);
        return said(problems);
    }

    private static Consumer<JobStatusBuilder> ended(String... conditions) {
        return status -> status.startTime(START)
                .conditions(Stream.of(conditions)
                        .map(type -> new JobConditionBuilder()
                                .type(type)
                                .status("True")
                                .build())
                        .toList());
    }

    private static List<String> said(Problems problems) {
        return problems.causes().stream()
                .map(cause -> cause.reason().substring("FieldValue".length()) + " " + cause.field())
                .distinct()
                .toList();
    }

    @Test
    void limitsFailedIndexesOfIndexedJobsOnly() {
        assertThat(problemsOf(job(spec -> spec.maxFailedIndexes(1))))
                .containsExactly("Required spec.backoffLimitPerIndex", "Invalid spec.maxFailedIndexes");
        assertThat(problemsOf(job(
                        spec -> spec.completionMode("Indexed").completions(2).maxFailedIndexes(3))))
                .containsExactly("Required spec.backoffLimitPerIndex", "Invalid spec.maxFailedIndexes");
    }

    @ParameterizedTest
    @CsvSource({"'0,2-4',true", "+1,true", "'1,1',false", "2-2,false", "5,false", "'0,',false", "-1,false"})
    void succeedsByIndexes(String indexes, boolean good) {
        var job = job(spec -> spec.completionMode("Indexed")
                .completions(5)
                .successPolicy(policy -> policy.rule(rule -> rule.succeededIndexes(indexes))));

        assertThat(problemsOf(job).isEmpty()).isEqualTo(good);
    }

    @Test
    void saysOnceThatAnIndexedJobNeedsCompletions() {
        var old = job(spec -> spec.completionMode("Indexed").completions(5));

        assertThat(problemsOfChange(old, spec -> spec.completions(null))).containsExactly("Required spec.completions");
    }

    @Test
    void movesToOtherNodesOnlyBeforeItStarts() {
        var old = job(spec -> spec.suspend(true)
                .template(template -> template.spec(pod ->
                        pod.affinity(affinity -> affinity.podAffinity(any -> {}).nodeAffinity(any -> {})))));

        assertThat(problemsOfChange(
                        old,
                        spec -> spec.template(template -> template.spec(
                                pod -> pod.affinity(affinity -> affinity.nodeAffinity((NodeAffinity) null))))))
                .isEmpty();
        assertThat(problemsOfChange(
                        old, spec -> spec.template(template -> template.spec(pod -> pod.affinity((Affinity) null)))))
                .containsExactly("Invalid spec.template");
    }

    @Test
    void endsForAReasonThatItSaid() {
        var job = job(any -> {});

        assertThat(problemsOfStatus(job, any -> {}, ended("FailureTarget", "Failed")))
                .isEmpty();
        assertThat(problemsOfStatus(job, any -> {}, ended("Failed"))).containsExactly("Invalid status.conditions");
        assertThat(problemsOfStatus(job, any -> {}, ended("Complete")))
                .containsExactly("Invalid status.conditions", "Required status.completionTime");
        assertThat(problemsOfStatus(job, ended("FailureTarget"), status -> status.conditions(List.of())))
                .containsExactly("Invalid status.conditions");
    }

    @Test
    void leavesWhatWasWrongAlready() {
        assertThat(problemsOfStatus(job(any -> {}), ended("Failed").andThen(status -> status.active(1)), any -> {}))
                .isEmpty();
    }

    @Test
    void countsUpOnly() {
        assertThat(problemsOfStatus(
                        job(any -> {}),
                        status -> status.failed(2).succeeded(2).startTime(START),
                        status -> status.failed(1).succeeded(1).startTime(null)))
                .containsExactly("Invalid status.failed", "Invalid status.succeeded", "Required status.startTime");
    }

    @Test
    void countsEachPodOnce() {
        assertThat(problemsOfStatus(
                        job(any -> {}),
                        any -> {},
                        status -> status.uncountedTerminatedPods(
                                pods -> pods.succeeded(List.of("a", "")).failed(List.of("a")))))
                .containsExactly(
                        "Invalid status.uncountedTerminatedPods.succeeded[1]",
                        "Duplicate status.uncountedTerminatedPods.failed[0]");
    }

    @Test
    void endsEachIndexOnce() {
        var job = job(spec ->
                spec.completionMode("Indexed").completions(5).parallelism(5).backoffLimitPerIndex(1));

        assertThat(problemsOfStatus(
                        job, any -> {}, status -> status.completedIndexes("0-2").failedIndexes("3")))
                .isEmpty();
        assertThat(problemsOfStatus(
                        job,
                        any -> {},
                        status -> status.completedIndexes("0-2,x").failedIndexes("2")))
                .containsExactly("Invalid status.completedIndexes", "Invalid status.failedIndexes");
    }
}
