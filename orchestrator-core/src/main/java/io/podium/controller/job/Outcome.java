package io.podium.controller.job;

import io.podium.api.batch.Job;
import io.podium.api.batch.JobCondition;
import io.podium.api.batch.JobConditionBuilder;
import io.podium.api.batch.JobStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Optional;

/**
 * How a job ends.
 *
 * @param succeeded whether it does so well
 * @param reason why, in a word
 * @param message why, in a sentence
 */
record Outcome(boolean succeeded, String reason, String message) {
    private static final Outcome COMPLETE =
            new Outcome(true, "CompletionsReached", "Reached expected number of succeeded pods");
    private static final Outcome TOO_MANY_FAILURES =
            new Outcome(false, "BackoffLimitExceeded", "Job has reached the specified backoff limit");
    private static final Outcome TOO_LATE =
            new Outcome(false, "DeadlineExceeded", "Job was active longer than specified deadline");

    /** How a job ends, if it is time. */
    static Optional<Outcome> of(JobPods pods, JobStatus status, Instant now) {
        var begun = begun(status);
        if (begun.isPresent()) {
            return begun;
        }
        if (exceedsBackoffLimit(pods, status)) {
            return Optional.of(TOO_MANY_FAILURES);
        }
        if (untilDeadline(pods.job(), now).filter(Duration::isZero).isPresent()) {
            return Optional.of(TOO_LATE);
        }
        return pods.hasSucceeded(Accounting.succeeded(status), pods.active().size())
                ? Optional.of(COMPLETE)
                : Optional.empty();
    }

    private static Optional<Outcome> begun(JobStatus status) {
        return status.conditions().stream()
                .filter(condition -> condition.status().equals("True"))
                .filter(condition -> condition.type().equals("SuccessCriteriaMet")
                        || condition.type().equals("FailureTarget"))
                .map(condition -> new Outcome(
                        condition.type().equals("SuccessCriteriaMet"), condition.reason(), condition.message()))
                .findFirst();
    }

    private static boolean exceedsBackoffLimit(JobPods pods, JobStatus status) {
        int limit = pods.job().spec().backoffLimitOrDefault();
        boolean inPlace = pods.job().spec().template().spec().restartPolicy().equals("OnFailure");
        int restarts = inPlace ? pods.restarts() : 0;
        return Accounting.failed(status) > limit || inPlace && restarts > 0 && restarts >= limit;
    }

    /** How long a job may still run; zero if it should have ended, empty if it may run for ever. */
    static Optional<Duration> untilDeadline(Job job, Instant now) {
        var seconds = job.spec().activeDeadlineSeconds();
        var start = job.status().startTime();
        if (seconds == null || start == null) {
            return Optional.empty();
        }
        var left = Duration.between(now, start.plusSeconds(seconds));
        return Optional.of(left.isNegative() ? Duration.ZERO : left);
    }

    /** Whether a job has ended. */
    static boolean isFinal(JobStatus status) {
        return status.conditions().stream()
                .anyMatch(condition -> condition.status().equals("True")
                        && (condition.type().equals("Complete")
                                || condition.type().equals("Failed")));
    }

    /** The status that says how the job is about to end. */
    JobStatus foretold(JobStatus status, Instant now) {
        return with(status, succeeded ? "SuccessCriteriaMet" : "FailureTarget", now);
    }

    /** The status of the job that has ended. */
    JobStatus told(JobStatus status, Instant now) {
        var told = with(status, succeeded ? "Complete" : "Failed", now);
        return succeeded ? told.withCompletionTime(now.truncatedTo(ChronoUnit.SECONDS)) : told;
    }

    private JobStatus with(JobStatus status, String type, Instant now) {
        if (status.conditions().stream().anyMatch(condition -> condition.type().equals(type))) {
            return status;
        }
        var seconds = now.truncatedTo(ChronoUnit.SECONDS);
        var conditions = new ArrayList<JobCondition>(status.conditions());
        conditions.add(new JobConditionBuilder()
                .type(type)
                .status("True")
                .reason(reason)
                .message(message)
                .lastProbeTime(seconds)
                .lastTransitionTime(seconds)
                .build());
        return status.withConditions(conditions);
    }
}
