package io.podium.controller.job;

import io.podium.api.batch.Job;
import io.podium.api.batch.PodFailurePolicyOnExitCodesRequirement;
import io.podium.api.batch.PodFailurePolicyRule;
import io.podium.api.core.ContainerStatus;
import io.podium.api.core.Pod;
import io.podium.api.core.PodCondition;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a job's {@code podFailurePolicy} says of a pod that has failed: the first rule that matches decides, and without one the failure
 * counts. Pure.
 */
final class FailurePolicy {
    /**
     * A rule that matches.
     *
     * @param action what it demands
     * @param message how it came to match, as Kubernetes says it
     */
    private record Match(String action, String message) {}

    private FailurePolicy() {}

    /** Whether a failure counts against the job's limits. */
    static boolean counts(Job job, Pod failed) {
        return !demands(job, failed, "Ignore");
    }

    /** Whether a failure ends the pod's index for good. */
    static boolean failsIndex(Job job, Pod failed) {
        return demands(job, failed, "FailIndex");
    }

    /** The message with which a failure ends the whole job, if it does. */
    static Optional<String> failsJob(Job job, Pod failed) {
        return match(job, failed)
                .filter(match -> match.action().equals("FailJob"))
                .map(Match::message);
    }

    private static boolean demands(Job job, Pod failed, String action) {
        return match(job, failed).filter(match -> match.action().equals(action)).isPresent();
    }

    private static Optional<Match> match(Job job, Pod failed) {
        var policy = job.spec().podFailurePolicy();
        if (policy == null) {
            return Optional.empty();
        }
        for (int i = 0; i < policy.rules().size(); i++) {
            var rule = policy.rules().get(i);
            var cause = cause(rule, failed);
            if (cause.isPresent()) {
                var message = cause.get() + " matching " + rule.action() + " rule at index " + i;
                return Optional.of(new Match(rule.action(), message));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> cause(PodFailurePolicyRule rule, Pod pod) {
        var codes = rule.onExitCodes();
        return codes == null ? conditionOf(rule, pod) : exitOf(codes, pod);
    }

    private static Optional<String> conditionOf(PodFailurePolicyRule rule, Pod pod) {
        return pod.status().conditions().stream()
                .filter(condition -> isNamed(rule, condition))
                .findFirst()
                .map(condition -> "Pod " + pod.key() + " has condition " + condition.type());
    }

    private static boolean isNamed(PodFailurePolicyRule rule, PodCondition condition) {
        return rule.onPodConditions().stream()
                .anyMatch(pattern -> pattern.type().equals(condition.type())
                        && pattern.status().equals(condition.status()));
    }

    private static Optional<String> exitOf(PodFailurePolicyOnExitCodesRequirement codes, Pod pod) {
        return Stream.concat(pod.status().containerStatuses().stream(), pod.status().initContainerStatuses().stream())
                .filter(container -> isNamed(codes, container))
                .findFirst()
                .map(container -> "Container " + container.name() + " for pod " + pod.key() + " failed with exit code "
                        + exitCode(container));
    }

    /** A container that ended well never matches, whatever the codes. */
    private static boolean isNamed(PodFailurePolicyOnExitCodesRequirement codes, ContainerStatus container) {
        int code = exitCode(container);
        boolean named = codes.containerName() == null || codes.containerName().equals(container.name());
        return named
                && code != 0
                && codes.values().contains(code) == codes.operator().equals("In");
    }

    private static int exitCode(ContainerStatus container) {
        var terminated = container.state().terminated();
        return terminated == null ? 0 : terminated.exitCode();
    }
}
