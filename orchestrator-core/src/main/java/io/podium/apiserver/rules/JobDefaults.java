package io.podium.apiserver.rules;

import io.podium.api.batch.Job;
import io.podium.api.batch.JobSpec;
import io.podium.api.batch.PodFailurePolicy;
import io.podium.api.batch.PodFailurePolicyOnPodConditionsPattern;
import io.podium.api.batch.PodFailurePolicyRule;
import io.podium.apiserver.rules.pod.PodTemplates;

/** What a Job that does not say so is. */
final class JobDefaults {
    private static final int BACKOFF_LIMIT = 6;

    private JobDefaults() {}

    static Job of(Job job) {
        var spec = of(job.spec());
        var template = PodTemplates.defaults(spec.template());
        if (template != spec.template()) {
            spec = spec.withTemplate(template);
        }
        var result = spec == job.spec() ? job : job.withSpec(spec);
        var labels = spec.template().metadata().labels();
        return labels.isEmpty() || !job.metadata().labels().isEmpty()
                ? result
                : result.withMetadata(job.metadata().withLabels(labels));
    }

    private static JobSpec of(JobSpec said) {
        var spec = said;
        if (spec.parallelism() == null) {
            spec = spec.completions() == null ? spec.withCompletions(1).withParallelism(1) : spec.withParallelism(1);
        }
        if (spec.backoffLimit() == null) {
            spec = spec.withBackoffLimit(spec.backoffLimitPerIndex() == null ? BACKOFF_LIMIT : Integer.MAX_VALUE);
        }
        if (spec.completionMode() == null) {
            spec = spec.withCompletionMode("NonIndexed");
        }
        if (spec.suspend() == null) {
            spec = spec.withSuspend(false);
        }
        if (spec.manualSelector() == null) {
            spec = spec.withManualSelector(false);
        }
        if (spec.podReplacementPolicy() == null) {
            spec = spec.withPodReplacementPolicy(spec.podFailurePolicy() == null ? "TerminatingOrFailed" : "Failed");
        }
        var policy = spec.podFailurePolicy();
        return policy == null || policy.rules().stream().noneMatch(JobDefaults::lacksStatus)
                ? spec
                : spec.withPodFailurePolicy(of(policy));
    }

    private static PodFailurePolicy of(PodFailurePolicy policy) {
        return policy.withRules(policy.rules().stream()
                .map(rule -> rule.withOnPodConditions(
                        rule.onPodConditions().stream().map(JobDefaults::of).toList()))
                .toList());
    }

    private static PodFailurePolicyOnPodConditionsPattern of(PodFailurePolicyOnPodConditionsPattern pattern) {
        return pattern.status().isEmpty() ? pattern.withStatus("True") : pattern;
    }

    private static boolean lacksStatus(PodFailurePolicyRule rule) {
        return rule.onPodConditions().stream()
                .anyMatch(pattern -> pattern.status().isEmpty());
    }
}
