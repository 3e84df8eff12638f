package io.podium.controller.job;

import io.podium.api.batch.JobCondition;
import io.podium.api.batch.JobConditionBuilder;
import io.podium.api.batch.JobStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Optional;

/** Reads and writes the conditions of a job's status, one of each type. */
final class JobConditions {
    static final String SUCCEEDS = "SuccessCriteriaMet";
    static final String FAILS = "FailureTarget";
    static final String COMPLETE = "Complete";
    static final String FAILED = "Failed";
    static final String SUSPENDED = "Suspended";

    private JobConditions() {}

    static boolean isTrue(JobStatus status, String type) {
        return find(status, type)
                .filter(condition -> condition.status().equals("True"))
                .isPresent();
    }

    static Optional<JobCondition> find(JobStatus status, String type) {
        return status.conditions().stream()
                .filter(condition -> condition.type().equals(type))
                .findFirst();
    }

    /** The status in which a condition holds, since now unless it did so already. */
    static JobStatus holding(JobStatus status, String type, String reason, String message, Instant now) {
        return isTrue(status, type) ? status : with(status, type, "True", reason, message, now);
    }

    /** The status in which a condition that held holds no more; what never held is not spoken of. */
    static JobStatus ended(JobStatus status, String type, String reason, String message, Instant now) {
        return isTrue(status, type) ? with(status, type, "False", reason, message, now) : status;
    }

    private static JobStatus with(
            JobStatus status, String type, String value, String reason, String message, Instant now) {
        var seconds = now.truncatedTo(ChronoUnit.SECONDS);
        var changed = new JobConditionBuilder()
                .type(type)
                .status(value)
                .reason(reason)
                .message(message)
                .lastProbeTime(seconds)
                .lastTransitionTime(seconds)
                .build();
        var conditions = new ArrayList<>(status.conditions());
        var present = find(status, type);
        if (present.isPresent()) {
            conditions.set(conditions.indexOf(present.get()), changed);
        } else {
            conditions.add(changed);
        }
        return status.withConditions(conditions);
    }
}
