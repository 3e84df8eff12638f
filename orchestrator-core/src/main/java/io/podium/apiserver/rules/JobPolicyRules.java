package io.podium.apiserver.rules;

import io.podium.api.batch.JobSpec;
import io.podium.api.batch.PodFailurePolicyOnExitCodesRequirement;
import io.podium.api.batch.PodFailurePolicyOnPodConditionsPattern;
import io.podium.api.batch.PodFailurePolicyRule;
import io.podium.api.batch.SuccessPolicyRule;
import io.podium.apiserver.validation.Formats;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.List;

/** The policies by which a Job judges failed pods and its own success. */
final class JobPolicyRules {
    private static final int MAX_RULES = 20;
    private static final int MAX_PATTERNS = 20;
    private static final int MAX_CODES = 255;
    private static final int MAX_INDEX_TEXT = 64 * 1024;
    private static final List<String> ACTIONS = List.of("Count", "FailIndex", "FailJob", "Ignore");
    private static final List<String> OPERATORS = List.of("In", "NotIn");
    private static final List<String> STATUSES = List.of("False", "True", "Unknown");
    private static final Path SPEC = Path.of("spec");
    private static final Path FAILURE_RULES = SPEC.child("podFailurePolicy").child("rules");
    private static final Path SUCCESS = SPEC.child("successPolicy");
    private static final Path SUCCESS_RULES = SUCCESS.child("rules");

    private JobPolicyRules() {}

    static void validate(JobSpec spec, Problems problems) {
        if (spec.podFailurePolicy() != null) {
            var rules = spec.podFailurePolicy().rules();
            atMost(FAILURE_RULES, rules.size(), MAX_RULES, problems);
            for (int i = 0; i < rules.size(); i++) {
                validate(rules.get(i), spec, FAILURE_RULES.index(i), problems);
            }
        }
        if (spec.successPolicy() != null) {
            validateSuccess(spec, spec.successPolicy().rules(), problems);
        }
    }

    private static void validate(PodFailurePolicyRule rule, JobSpec spec, Path path, Problems problems) {
        Checks.requiredOneOf(path.child("action"), rule.action(), ACTIONS, problems);
        if (rule.action().equals("FailIndex") && spec.backoffLimitPerIndex() == null) {
            problems.invalid(path.child("action"), rule.action(), "requires the backoffLimitPerIndex to be set");
        }
        var codes = rule.onExitCodes();
        if (codes != null) {
            validate(codes, spec, path.child("onExitCodes"), problems);
        }
        var patterns = rule.onPodConditions();
        atMost(path.child("onPodConditions"), patterns.size(), MAX_PATTERNS, problems);
        for (int i = 0; i < patterns.size(); i++) {
            validate(patterns.get(i), path.child("onPodConditions").index(i), problems);
        }
        if (codes != null && !patterns.isEmpty()) {
            problems.invalid(path, rule, "specifying both OnExitCodes and OnPodConditions is not supported");
        }
        if (codes == null && patterns.isEmpty()) {
            problems.invalid(path, rule, "specifying one of OnExitCodes and OnPodConditions is required");
        }
    }

    private static void validate(
            PodFailurePolicyOnExitCodesRequirement codes, JobSpec spec, Path path, Problems problems) {
        Checks.requiredOneOf(path.child("operator"), codes.operator(), OPERATORS, problems);
        var container = codes.containerName();
        if (container != null && !hasContainer(spec, container)) {
            problems.invalid(
                    path.child("containerName"),
                    container,
                    "must be one of the container or initContainer names in the pod template");
        }
        var values = codes.values();
        var at = path.child("values");
        if (values.isEmpty()) {
            problems.invalid(at, values, "at least one value is required");
        }
        atMost(at, values.size(), MAX_CODES, problems);
        boolean ordered = true;
        for (int i = 0; i < values.size(); i++) {
            int value = values.get(i);
            if (value == 0 && codes.operator().equals("In")) {
                problems.invalid(at.index(i), value, "must not be 0 for the In operator");
            }
            if (values.indexOf(value) < i) {
                problems.duplicate(at.index(i), value);
            }
            ordered &= i == 0 || values.get(i - 1) <= value;
        }
        if (!ordered) {
            problems.invalid(at, values, "must be ordered");
        }
    }

    private static boolean hasContainer(JobSpec spec, String name) {
        var pod = spec.template().spec();
        return pod.containers().stream().anyMatch(container -> container.name().equals(name))
                || pod.initContainers().stream()
                        .anyMatch(container -> container.name().equals(name));
    }

    private static void validate(PodFailurePolicyOnPodConditionsPattern pattern, Path path, Problems problems) {
        problems.invalidAll(path.child("type"), pattern.type(), Formats.qualifiedName(pattern.type()));
        Checks.requiredOneOf(path.child("status"), pattern.status(), STATUSES, problems);
    }

    private static void validateSuccess(JobSpec spec, List<SuccessPolicyRule> rules, Problems problems) {
        if (!JobValidation.isIndexed(spec)) {
            problems.invalid(SUCCESS, spec.successPolicy(), "requires indexed completion mode");
            return;
        }
        if (rules.isEmpty()) {
            problems.required(
                    SUCCESS_RULES, "at least one rules must be specified when the successPolicy is specified");
        }
        atMost(SUCCESS_RULES, rules.size(), MAX_RULES, problems);
        for (int i = 0; i < rules.size(); i++) {
            validate(rules.get(i), spec, SUCCESS_RULES.index(i), problems);
        }
    }

    private static void validate(SuccessPolicyRule rule, JobSpec spec, Path path, Problems problems) {
        var indexes = rule.succeededIndexes();
        var count = rule.succeededCount();
        if (indexes == null && count == null) {
            problems.required(path, "at least one of succeededCount or succeededIndexes must be specified");
        }
        Checks.notNegative(path.child("succeededCount"), count, problems);
        int limit = spec.completions() == null ? Integer.MAX_VALUE : spec.completions();
        var what = "the number of specified completions";
        if (indexes != null) {
            if (indexes.length() > MAX_INDEX_TEXT) {
                problems.tooLong(path.child("succeededIndexes"), MAX_INDEX_TEXT);
            }
            int named = IndexIntervals.count(indexes, limit);
            if (named < 0) {
                problems.invalid(
                        path.child("succeededIndexes"),
                        indexes,
                        "error parsing succeededIndexes: it must be increasing numbers and ranges below completions, such as 0,2-4");
            }
            limit = Math.max(named, 0);
            what = "the number of indexes in the specified succeededIndexes field";
        }
        if (count != null && count > limit) {
            problems.invalid(
                    path.child("succeededCount"), count, "must be less than or equal to " + limit + " (" + what + ")");
        }
    }

    private static void atMost(Path path, int count, int most, Problems problems) {
        if (count > most) {
            problems.tooMany(path, count, most);
        }
    }
}
