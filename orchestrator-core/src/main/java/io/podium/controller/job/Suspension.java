package io.podium.controller.job;

import io.podium.api.batch.Job;
import io.podium.api.batch.JobStatus;
import io.podium.api.controller.EventRecorder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a job's status says of its being suspended. The time of its start is that of its last resumption: it is forgotten when the job is
 * suspended, and so its deadline counts anew.
 */
final class Suspension {
    private Suspension() {}

    /** The status with the time of the start, unless the job is suspended. */
    static JobStatus started(Job job, Instant now) {
        var status = job.status();
        return status.startTime() != null || Boolean.TRUE.equals(job.spec().suspend())
                ? status
                : status.withStartTime(now.truncatedTo(ChronoUnit.SECONDS));
    }

    /** The status with the condition Suspended. */
    static JobStatus noted(JobPods pods, JobStatus status, Instant now) {
        if (!pods.isSuspended()) {
            return JobConditions.ended(status, JobConditions.SUSPENDED, "JobResumed", "Job resumed", now);
        }
        var suspended = JobConditions.holding(status, JobConditions.SUSPENDED, "JobSuspended", "Job suspended", now);
        return suspended.startTime() == null
                ? suspended
                : suspended.toBuilder().startTime(null).build();
    }

    /** Tells of a change between two statuses. */
    static void tell(EventRecorder events, Job job, JobStatus before, JobStatus after) {
        boolean suspended = JobConditions.isTrue(after, JobConditions.SUSPENDED);
        if (JobConditions.isTrue(before, JobConditions.SUSPENDED) != suspended) {
            events.normal(job, suspended ? "Suspended" : "Resumed", suspended ? "Job suspended" : "Job resumed");
        }
    }
}
