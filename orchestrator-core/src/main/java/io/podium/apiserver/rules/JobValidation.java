package io.podium.apiserver.rules;

import io.podium.api.batch.Job;
import io.podium.api.batch.JobSpec;
import io.podium.apiserver.rules.pod.PodTemplates;
import io.podium.apiserver.validation.Formats;
import io.podium.apiserver.validation.LabelSelectors;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What makes a Job valid. */
final class JobValidation {
    private static final int MANY_COMPLETIONS = 100_000;
    private static final int MAX_PARALLELISM = 100_000;
    private static final int MAX_WITH_MANY = 10_000;
    private static final int MAX_MANAGER = 63;
    private static final List<String> MODES = List.of("Indexed", "NonIndexed");
    private static final List<String> REPLACEMENTS = List.of("Failed", "TerminatingOrFailed");
    private static final Path SPEC = Path.of("spec");
    private static final Path SELECTOR = SPEC.child("selector");
    private static final Path TEMPLATE = SPEC.child("template");
    private static final Path PARALLELISM = SPEC.child("parallelism");
    private static final Path PER_INDEX = SPEC.child("backoffLimitPerIndex");
    private static final Path MAX_FAILED = SPEC.child("maxFailedIndexes");

    private JobValidation() {}

    static void validate(JobSpec spec, Problems problems) {
        validateNumbers(spec, problems);
        validateMode(spec, problems);
        validateLimits(spec, problems);
        JobPolicyRules.validate(spec, problems);
        validateReplacement(spec, problems);
        validateManager(spec, problems);
        validateSelector(spec, problems);
        validateTemplate(spec, problems);
    }

    /** The pods of an indexed Job get host names made of its name and their index. */
    static void validateHostnames(Job job, Problems problems) {
        var completions = job.spec().completions();
        if (!isIndexed(job.spec()) || completions == null || completions <= 0) {
            return;
        }
        var longest = job.name() + "-" + (completions - 1);
        var wrong = Formats.dns1123Label(longest);
        if (!wrong.isEmpty()) {
            problems.invalid(
                    Path.of("metadata").child("name"),
                    job.name(),
                    "will not able to create pod with invalid DNS label: " + longest + ": " + wrong.getFirst());
        }
    }

    private static void validateNumbers(JobSpec spec, Problems problems) {
        Checks.notNegative(PARALLELISM, spec.parallelism(), problems);
        Checks.notNegative(SPEC.child("completions"), spec.completions(), problems);
        Checks.notNegative(SPEC.child("activeDeadlineSeconds"), spec.activeDeadlineSeconds(), problems);
        Checks.notNegative(SPEC.child("backoffLimit"), spec.backoffLimit(), problems);
        Checks.notNegative(SPEC.child("ttlSecondsAfterFinished"), spec.ttlSecondsAfterFinished(), problems);
        Checks.notNegative(PER_INDEX, spec.backoffLimitPerIndex(), problems);
        Checks.notNegative(MAX_FAILED, spec.maxFailedIndexes(), problems);
    }

    private static void validateMode(JobSpec spec, Problems problems) {
        var mode = spec.completionMode();
        if (mode == null) {
            return;
        }
        Checks.oneOf(SPEC.child("completionMode"), mode, MODES, problems);
        if (!mode.equals("Indexed")) {
            return;
        }
        if (spec.completions() == null) {
            problems.required(SPEC.child("completions"), "when completion mode is Indexed");
        }
        if (atLeast(spec.parallelism(), MAX_PARALLELISM + 1)) {
            problems.invalid(
                    PARALLELISM,
                    spec.parallelism(),
                    "must be less than or equal to " + MAX_PARALLELISM + " when completion mode is Indexed");
        }
    }

    private static void validateLimits(JobSpec spec, Problems problems) {
        var completions = spec.completions();
        var failed = spec.maxFailedIndexes();
        if (spec.backoffLimitPerIndex() == null && failed != null) {
            problems.required(PER_INDEX, "when maxFailedIndexes is specified");
        }
        if ("NonIndexed".equals(spec.completionMode())) {
            invalidIfSet(PER_INDEX, spec.backoffLimitPerIndex(), problems);
            invalidIfSet(MAX_FAILED, failed, problems);
        }
        if (!isIndexed(spec)) {
            return;
        }
        if (failed != null && completions != null && failed > completions) {
            problems.invalid(MAX_FAILED, failed, "must be less than or equal to completions");
        }
        if (atLeast(failed, MANY_COMPLETIONS + 1)) {
            problems.invalid(MAX_FAILED, failed, "must be less than or equal to " + MANY_COMPLETIONS);
        }
        if (spec.backoffLimitPerIndex() != null && atLeast(completions, MANY_COMPLETIONS + 1)) {
            validateMany(spec, problems);
        }
    }

    private static void invalidIfSet(Path path, @Nullable Integer value, Problems problems) {
        if (value != null) {
            problems.invalid(path, value, "requires indexed completion mode");
        }
    }

    private static void validateMany(JobSpec spec, Problems problems) {
        var when = "when completions are above " + MANY_COMPLETIONS + " and used with backoff limit per index";
        if (spec.maxFailedIndexes() == null) {
            problems.required(MAX_FAILED, "must be specified when completions is above " + MANY_COMPLETIONS);
        }
        if (atLeast(spec.parallelism(), MAX_WITH_MANY + 1)) {
            problems.invalid(
                    PARALLELISM, spec.parallelism(), "must be less than or equal to " + MAX_WITH_MANY + " " + when);
        }
        if (atLeast(spec.maxFailedIndexes(), MAX_WITH_MANY + 1)) {
            problems.invalid(
                    MAX_FAILED, spec.maxFailedIndexes(), "must be less than or equal to " + MAX_WITH_MANY + " " + when);
        }
    }

    private static void validateReplacement(JobSpec spec, Problems problems) {
        var policy = spec.podReplacementPolicy();
        if (policy != null) {
            var supported = spec.podFailurePolicy() == null ? REPLACEMENTS : List.of("Failed");
            Checks.oneOf(SPEC.child("podReplacementPolicy"), policy, supported, problems);
        }
    }

    private static void validateManager(JobSpec spec, Problems problems) {
        var manager = spec.managedBy();
        if (manager != null) {
            problems.invalidAll(SPEC.child("managedBy"), manager, Formats.domainPrefixedPath(manager));
            if (manager.length() > MAX_MANAGER) {
                problems.tooLong(SPEC.child("managedBy"), MAX_MANAGER);
            }
        }
    }

    private static void validateSelector(JobSpec spec, Problems problems) {
        var selector = spec.selector();
        if (selector == null) {
            problems.required(SELECTOR, "");
        } else {
            LabelSelectors.check(selector, SELECTOR, problems);
        }
        var parsed = WorkloadSelectors.parsed(selector);
        var labels = spec.template().metadata().labels();
        if (parsed != null && !parsed.matches(labels)) {
            problems.invalid(
                    TEMPLATE.child("metadata").child("labels"), labels, "`selector` does not match template `labels`");
        }
    }

    private static void validateTemplate(JobSpec spec, Problems problems) {
        PodTemplates.validate(spec.template(), TEMPLATE, problems);
        var restart = spec.template().spec().restartPolicy();
        var path = TEMPLATE.child("spec").child("restartPolicy");
        if (restart.isEmpty() || restart.equals("Always")) {
            problems.required(path, "valid values: \"OnFailure\", \"Never\"");
        } else if (!restart.equals("OnFailure") && !restart.equals("Never")) {
            problems.notSupported(path, restart, List.of("Never", "OnFailure"));
        } else if (spec.podFailurePolicy() != null && !restart.equals("Never")) {
            problems.invalid(path, restart, "only \"Never\" is supported when podFailurePolicy is specified");
        }
    }

    static boolean isIndexed(JobSpec spec) {
        return "Indexed".equals(spec.completionMode());
    }

    private static boolean atLeast(@Nullable Integer number, int least) {
        return number != null && number >= least;
    }
}
