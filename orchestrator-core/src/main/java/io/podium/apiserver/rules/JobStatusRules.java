package io.podium.apiserver.rules;

import io.podium.api.batch.Job;
import io.podium.api.batch.JobSpec;
import io.podium.api.batch.JobStatus;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * What the parts of a Job's status have to do with each other, and that what is finished stays so. What was wrong already may stay while
 * other parts change.
 */
final class JobStatusRules {
    private static final Path STATUS = Path.of("status");
    private static final Path CONDITIONS = STATUS.child("conditions");
    private static final Path COMPLETION_TIME = STATUS.child("completionTime");
    private static final Path START_TIME = STATUS.child("startTime");
    private static final Path UNCOUNTED = STATUS.child("uncountedTerminatedPods");
    private static final Path COMPLETED_INDEXES = STATUS.child("completedIndexes");
    private static final Path FAILED_INDEXES = STATUS.child("failedIndexes");
    private static final String COMPLETE = "Complete";
    private static final String FAILED = "Failed";
    private static final String SUCCEEDS = "SuccessCriteriaMet";
    private static final String FAILS = "FailureTarget";

    private final JobSpec spec;
    private final JobStatus now;
    private final JobStatus old;
    private final Problems problems;
    private final boolean completes;
    private final boolean fails;
    private final boolean finishes;

    private JobStatusRules(Job updated, Job old, Problems problems) {
        this.spec = updated.spec();
        this.now = updated.status();
        this.old = old.status();
        this.problems = problems;
        this.completes = changes(COMPLETE);
        this.fails = changes(FAILED);
        this.finishes = isFinished(now) != isFinished(this.old);
    }

    static void validate(Job updated, Job old, Problems problems) {
        var rules = new JobStatusRules(updated, old, problems);
        rules.validateCounts();
        rules.validateUncounted();
        rules.validateConditions();
        rules.validateKeptConditions();
        rules.validateTimes();
        rules.validateIndexes();
    }

    private void validateCounts() {
        Checks.notNegative(STATUS.child("active"), now.active(), problems);
        Checks.notNegative(STATUS.child("succeeded"), now.succeeded(), problems);
        Checks.notNegative(STATUS.child("failed"), now.failed(), problems);
        Checks.notNegative(STATUS.child("ready"), now.ready(), problems);
        Checks.notNegative(STATUS.child("terminating"), now.terminating(), problems);
        boolean activeChanges = now.active() != old.active();
        if ((activeChanges || !Objects.equals(now.ready(), old.ready()))
                && now.ready() != null
                && now.ready() > now.active()) {
            problems.invalid(STATUS.child("ready"), now.ready(), "cannot set more ready pods than active");
        }
        if ((finishes || activeChanges) && isFinished(now) && now.active() > 0) {
            problems.invalid(STATUS.child("active"), now.active(), "active>0 is invalid for finished job");
        }
        if ((finishes || !Objects.equals(now.terminating(), old.terminating()))
                && isFinished(now)
                && now.terminating() != null
                && now.terminating() > 0) {
            problems.invalid(
                    STATUS.child("terminating"), now.terminating(), "terminating>0 is invalid for finished job");
        }
        if (now.failed() < old.failed()) {
            problems.invalid(STATUS.child("failed"), now.failed(), "cannot decrease the failed counter");
        }
        boolean mayShrink = JobValidation.isIndexed(spec) && Objects.equals(spec.completions(), spec.parallelism());
        if (now.succeeded() < old.succeeded() && !mayShrink) {
            problems.invalid(STATUS.child("succeeded"), now.succeeded(), "cannot decrease the succeeded counter");
        }
    }

    private void validateUncounted() {
        var uncounted = now.uncountedTerminatedPods();
        if (uncounted == null) {
            return;
        }
        var seen = new TreeSet<String>();
        validateUids(uncounted.succeeded(), UNCOUNTED.child("succeeded"), seen);
        validateUids(uncounted.failed(), UNCOUNTED.child("failed"), seen);
        if ((finishes || !uncounted.equals(old.uncountedTerminatedPods())) && isFinished(now) && !seen.isEmpty()) {
            problems.invalid(UNCOUNTED, uncounted, "uncountedTerminatedPods needs to be empty for finished job");
        }
    }

    private void validateUids(List<String> uids, Path path, TreeSet<String> seen) {
        for (int i = 0; i < uids.size(); i++) {
            if (uids.get(i).isEmpty()) {
                problems.invalid(path.index(i), "", "must not be empty");
            } else if (!seen.add(uids.get(i))) {
                problems.duplicate(path.index(i), uids.get(i));
            }
        }
    }

    private void validateConditions() {
        boolean complete = isTrue(now, COMPLETE);
        boolean failed = isTrue(now, FAILED);
        boolean succeeding = isTrue(now, SUCCEEDS);
        boolean failing = isTrue(now, FAILS);
        boolean turns = changes(FAILS);
        wrong((completes || fails) && complete && failed, "cannot set Complete=True and Failed=true conditions");
        wrong(
                (completes || turns) && complete && failing,
                "cannot set Complete=True and FailureTarget=true conditions");
        wrong(
                (fails || turns) && failed && !failing,
                "cannot set Failed=True condition without the FailureTarget=true condition");
        wrong(
                (completes || changes(SUCCEEDS) || spec.successPolicy() != null) && complete && !succeeding,
                "cannot set Complete=True condition without the SuccessCriteriaMet=true condition");
        wrong(succeeding && failed, "cannot set SuccessCriteriaMet=True and Failed=true conditions");
        wrong(succeeding && failing, "cannot set SuccessCriteriaMet=True and FailureTarget=true conditions");
    }

    private void validateKeptConditions() {
        for (var end : List.of(FAILED, COMPLETE, FAILS, SUCCEEDS)) {
            wrong(isTrue(old, end) && !isTrue(now, end), "cannot disable the terminal " + end + "=True condition");
        }
        wrong(
                isTrue(old, COMPLETE) && !isTrue(old, SUCCEEDS) && isTrue(now, SUCCEEDS),
                "cannot set SuccessCriteriaMet=True for Job already has Complete=true conditions");
    }

    private void wrong(boolean isWrong, String why) {
        if (isWrong) {
            problems.invalid(CONDITIONS, now.conditions(), why);
        }
    }

    private void validateTimes() {
        var start = now.startTime();
        var completion = now.completionTime();
        boolean startChanges = !Objects.equals(start, old.startTime());
        boolean completionChanges = !Objects.equals(completion, old.completionTime());
        boolean complete = isTrue(now, COMPLETE);
        if ((completes || completionChanges) && completion != null && !complete) {
            problems.invalid(
                    COMPLETION_TIME, completion, "cannot set completionTime when there is no Complete=True condition");
        }
        if ((completes || completionChanges) && completion == null && complete) {
            problems.required(COMPLETION_TIME, "completionTime is required for Complete jobs");
        }
        if ((startChanges || completionChanges) && start != null && completion != null && completion.isBefore(start)) {
            problems.invalid(COMPLETION_TIME, completion, "completionTime cannot be set before startTime");
        }
        if (completionChanges && completion != null && old.completionTime() != null) {
            problems.invalid(COMPLETION_TIME, completion, "completionTime cannot be mutated");
        }
        if ((finishes || startChanges) && start == null && isFinished(now)) {
            problems.required(START_TIME, "startTime is required for finished job");
        }
        if (startChanges && old.startTime() != null && !Boolean.TRUE.equals(spec.suspend())) {
            problems.required(START_TIME, "startTime cannot be removed for unsuspended job");
        }
    }

    private void validateIndexes() {
        var completed = now.completedIndexes();
        var failed = now.failedIndexes();
        boolean completedChange = !completed.equals(old.completedIndexes());
        boolean failedChange = !Objects.equals(failed, old.failedIndexes());
        int completions = spec.completions() == null ? Integer.MAX_VALUE : spec.completions();
        boolean known = spec.completions() != null;
        if (completedChange && known && IndexIntervals.count(completed, completions) < 0) {
            problems.invalid(COMPLETED_INDEXES, completed, "must be increasing numbers and ranges below completions");
        }
        if (completedChange && !completed.isEmpty() && !JobValidation.isIndexed(spec)) {
            problems.invalid(
                    COMPLETED_INDEXES,
                    completed,
                    "cannot set non-empty completedIndexes when non-indexed completion mode");
        }
        if (failed == null) {
            return;
        }
        if (failedChange && spec.backoffLimitPerIndex() == null) {
            problems.invalid(
                    FAILED_INDEXES, failed, "cannot set non-null failedIndexes when backoffLimitPerIndex is null");
        } else if (failedChange && known && IndexIntervals.count(failed, completions) < 0) {
            problems.invalid(FAILED_INDEXES, failed, "must be increasing numbers and ranges below completions");
        }
        if ((failedChange || completedChange) && known && IndexIntervals.overlap(completed, failed, completions)) {
            problems.invalid(FAILED_INDEXES, failed, "failedIndexes and completedIndexes overlap");
        }
    }

    private boolean changes(String condition) {
        return isTrue(now, condition) != isTrue(old, condition);
    }

    private static boolean isFinished(JobStatus status) {
        return isTrue(status, COMPLETE) || isTrue(status, FAILED);
    }

    private static boolean isTrue(JobStatus status, String type) {
        return status.conditions().stream()
                .anyMatch(condition ->
                        condition.type().equals(type) && condition.status().equals("True"));
    }
}
