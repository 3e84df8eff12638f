package io.podium.controller.job;

import io.podium.api.batch.Job;
import io.podium.api.batch.JobStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

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
    private static final Outcome TOO_MANY_FAILED_INDEXES = new Outcome(
            false, "MaxFailedIndexesExceeded", "Job has exceeded the specified maximal number of failed indexes");
    private static final Outcome FAILED_INDEXES = new Outcome(false, "FailedIndexes", "Job has failed indexes");

    /** How a job ends, if it is time. What was foretold stays so; of several reasons the first in the order of Kubernetes holds. */
    static Optional<Outcome> of(Tally tally, Instant now) {
        var pods = tally.pods();
        return begun(pods.job().status())
                .or(() -> byFailurePolicy(pods))
                .or(() -> when(exceedsBackoffLimit(tally), TOO_MANY_FAILURES))
                .or(() -> when(
                        untilDeadline(pods.job(), now).filter(Duration::isZero).isPresent(), TOO_LATE))
                .or(() -> byIndexes(tally))
                .or(() -> when(pods.hasSucceeded(tally.succeeded()), COMPLETE));
    }

    private static Optional<Outcome> when(boolean holds, Outcome outcome) {
        return holds ? Optional.of(outcome) : Optional.empty();
    }

    private static Optional<Outcome> begun(JobStatus status) {
        return Stream.of(JobConditions.SUCCEEDS, JobConditions.FAILS)
                .filter(type -> JobConditions.isTrue(status, type))
                .flatMap(type -> JobConditions.find(status, type).stream())
                .map(condition -> new Outcome(
                        condition.type().equals(JobConditions.SUCCEEDS), condition.reason(), condition.message()))
                .findFirst();
    }

    private static Optional<Outcome> byFailurePolicy(JobPods pods) {
        return pods.pods().stream()
                .filter(pods::isFailed)
                .flatMap(pod -> FailurePolicy.failsJob(pods.job(), pod).stream())
                .map(message -> new Outcome(false, "PodFailurePolicy", message))
                .findFirst();
    }

    private static boolean exceedsBackoffLimit(Tally tally) {
        var spec = tally.pods().job().spec();
        int limit = spec.backoffLimitOrDefault();
        boolean inPlace = spec.template().spec().restartPolicy().equals("OnFailure");
        int restarts = inPlace ? tally.pods().restarts() : 0;
        return tally.failed() > limit || restarts > 0 && restarts >= limit;
    }

    private static Optional<Outcome> byIndexes(Tally tally) {
        var spec = tally.pods().job().spec();
        if (!tally.pods().isIndexed()) {
            return Optional.empty();
        }
        int failed = tally.failedIndexes().cardinality();
        if (spec.maxFailedIndexes() != null && failed > spec.maxFailedIndexes()) {
            return Optional.of(TOO_MANY_FAILED_INDEXES);
        }
        if (failed > 0 && failed + tally.succeeded() >= tally.pods().completions()) {
            return Optional.of(FAILED_INDEXES);
        }
        return SuccessCriteria.met(tally.pods().job(), tally.completed())
                .map(message -> new Outcome(true, "SuccessPolicy", message));
    }

    /** How long a job may still run; zero if it should have ended, empty if it may run for ever. */
    static Optional<Duration> untilDeadline(Job job, Instant now) {
        var seconds = job.spec().activeDeadlineSeconds();
        var start = job.status().startTime();
        if (seconds == null || start == null || Boolean.TRUE.equals(job.spec().suspend())) {
            return Optional.empty();
        }
        var left = Duration.between(now, start.plusSeconds(seconds));
        return Optional.of(left.isNegative() ? Duration.ZERO : left);
    }

    /** Whether a job has ended. */
    static boolean isFinal(JobStatus status) {
        return JobConditions.isTrue(status, JobConditions.COMPLETE)
                || JobConditions.isTrue(status, JobConditions.FAILED);
    }

    /** The status that says how the job is about to end. */
    JobStatus foretold(JobStatus status, Instant now) {
        var type = succeeded ? JobConditions.SUCCEEDS : JobConditions.FAILS;
        return JobConditions.holding(status, type, reason, message, now);
    }

    /** The status of the job that has ended. One that ends before it was ever resumed began then, too. */
    JobStatus told(JobStatus status, Instant now) {
        var type = succeeded ? JobConditions.COMPLETE : JobConditions.FAILED;
        var told = JobConditions.holding(status, type, reason, message, now);
        var seconds = now.truncatedTo(ChronoUnit.SECONDS);
        var timed = told.startTime() == null ? told.withStartTime(seconds) : told;
        return succeeded ? timed.withCompletionTime(seconds) : timed;
    }
}
