package io.podium.controller.ttlafterfinished;

import io.podium.api.batch.Job;
import io.podium.api.batch.JobCondition;
import io.podium.api.client.Change;
import io.podium.api.client.Client;
import io.podium.api.client.DeleteOptions;
import io.podium.api.client.DeleteOptions.Propagation;
import io.podium.api.client.NotFoundException;
import io.podium.api.controller.ControllerContext;
import io.podium.api.controller.ControllerSpec;
import io.podium.api.controller.Reconciler;
import io.podium.api.controller.Result;
import io.podium.api.meta.ObjectKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Deletes a job, and before it its pods, once {@code spec.ttlSecondsAfterFinished} have passed since it finished. */
public final class TtlAfterFinishedController {
    private static final int WORKERS = 5;

    private TtlAfterFinishedController() {}

    /**
     * What the controller is made of.
     *
     * @return its description
     */
    public static ControllerSpec spec() {
        return ControllerSpec.named("ttl-after-finished-controller")
                .workers(WORKERS)
                .watches(Job.KIND, TtlAfterFinishedController::mortal)
                .reconciles(TtlAfterFinishedController::reconciler);
    }

    private static List<ObjectKey> mortal(Change<Job> change) {
        var job = change.after();
        return job == null || expiry(job).isEmpty() ? List.of() : List.of(job.key());
    }

    private static Reconciler reconciler(ControllerContext context) {
        return key -> {
            var left = left(context, context.lister(Job.KIND).find(key));
            if (left.filter(Duration::isPositive).isPresent()) {
                return Result.requeueAfter(left.get());
            }
            if (left.isPresent()) {
                expire(context, key);
            }
            return Result.done();
        };
    }

    /** Asks once more, for a lister may not know yet that the job has been given more time. */
    private static void expire(ControllerContext context, ObjectKey key) {
        var job = context.client().find(Job.KIND, key);
        if (left(context, job).filter(left -> !left.isPositive()).isPresent()) {
            delete(context.client(), job.orElseThrow());
        }
    }

    private static void delete(Client client, Job job) {
        try {
            client.delete(
                    Job.KIND,
                    job.key(),
                    DeleteOptions.PLAIN.with(Propagation.FOREGROUND).ifUid(job.uid()));
        } catch (NotFoundException gone) {
            return; // what was wanted
        }
    }

    private static Optional<Duration> left(ControllerContext context, Optional<Job> job) {
        return job.flatMap(TtlAfterFinishedController::expiry)
                .map(end -> Duration.between(context.dispatcher().now(), end));
    }

    /** When a job is to go; empty if it has not finished, may stay, or is going already. */
    private static Optional<Instant> expiry(Job job) {
        var seconds = job.spec().ttlSecondsAfterFinished();
        return seconds == null || job.isTerminating()
                ? Optional.empty()
                : finished(job).map(end -> end.plusSeconds(seconds));
    }

    private static Optional<Instant> finished(Job job) {
        return job.status().conditions().stream()
                .filter(condition -> condition.status().equals("True"))
                .filter(condition ->
                        condition.type().equals("Complete") || condition.type().equals("Failed"))
                .map(JobCondition::lastTransitionTime)
                .filter(Objects::nonNull)
                .findFirst();
    }
}
