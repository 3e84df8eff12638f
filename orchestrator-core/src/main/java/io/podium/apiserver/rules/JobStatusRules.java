package io.podium.apiserver.rules;

import io.podium.api.batch.Job;
import io.podium.api.batch.JobStatus;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.Objects;

/** What the parts of a Job's status have to do with each other, and that what is finished stays so. */
final class JobStatusRules {
    private static final Path STATUS = Path.of("status");

    private JobStatusRules() {}

    static void validate(Job updated, Job old, Problems problems) {
        var now = updated.status();
        Checks.notNegative(STATUS.child("active"), now.active(), problems);
        Checks.notNegative(STATUS.child("succeeded"), now.succeeded(), problems);
        Checks.notNegative(STATUS.child("failed"), now.failed(), problems);
        Checks.notNegative(STATUS.child("ready"), now.ready(), problems);
        Checks.notNegative(STATUS.child("terminating"), now.terminating(), problems);
        if (now.ready() != null && now.ready() > now.active()) {
            problems.invalid(STATUS.child("ready"), now.ready(), "cannot set more ready pods than active");
        }
        validateEnd(now, problems);
        validateIndexes(updated, problems);
        validateChange(now, old.status(), problems);
    }

    private static void validateEnd(JobStatus now, Problems problems) {
        boolean complete = isTrue(now, "Complete");
        boolean failed = isTrue(now, "Failed");
        if (complete && failed) {
            problems.invalid(
                    STATUS.child("conditions"),
                    now.conditions(),
                    "cannot set Complete=True and Failed=true conditions");
        }
        if (now.completionTime() != null && !complete) {
            problems.invalid(
                    STATUS.child("completionTime"),
                    now.completionTime(),
                    "cannot set completionTime when there is no Complete=True condition");
        }
        if (complete && now.completionTime() == null) {
            problems.required(STATUS.child("completionTime"), "completionTime is required for Complete jobs");
        }
        if ((complete || failed) && now.active() > 0) {
            problems.invalid(STATUS.child("active"), now.active(), "active>0 is invalid for finished job");
        }
        if (now.startTime() != null
                && now.completionTime() != null
                && now.completionTime().isBefore(now.startTime())) {
            problems.invalid(
                    STATUS.child("completionTime"),
                    now.completionTime(),
                    "completionTime cannot be set before startTime");
        }
    }

    private static void validateIndexes(Job job, Problems problems) {
        var indexes = job.status().completedIndexes();
        if (!indexes.isEmpty() && !JobValidation.isIndexed(job.spec())) {
            problems.invalid(
                    STATUS.child("completedIndexes"),
                    indexes,
                    "cannot set non-empty completedIndexes when non-indexed completion mode");
        }
        var failed = job.status().failedIndexes();
        if (failed != null && job.spec().backoffLimitPerIndex() == null) {
            problems.invalid(
                    STATUS.child("failedIndexes"),
                    failed,
                    "cannot set non-null failedIndexes when backoffLimitPerIndex is null");
        }
    }

    private static void validateChange(JobStatus now, JobStatus old, Problems problems) {
        for (var end : new String[] {"Complete", "Failed"}) {
            if (isTrue(old, end) && !isTrue(now, end)) {
                problems.invalid(
                        STATUS.child("conditions"),
                        now.conditions(),
                        "cannot disable the terminal " + end + "=True condition");
            }
        }
        if (old.completionTime() != null && !Objects.equals(now.completionTime(), old.completionTime())) {
            problems.invalid(STATUS.child("completionTime"), now.completionTime(), "completionTime cannot be mutated");
        }
    }

    private static boolean isTrue(JobStatus status, String type) {
        for (var condition : status.conditions()) {
            if (condition.type().equals(type)) {
                return condition.status().equals("True");
            }
        }
        return false;
    }
}
