package io.podium.testkit.invariant;

import io.podium.api.batch.Job;
import io.podium.api.batch.JobStatus;
import io.podium.api.core.Pod;
import io.podium.api.meta.OwnerReference;
import io.podium.api.store.StoreEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A job counts each of its pods that ended once: it never counts more than have ended or, of those it holds, are being deleted; its numbers never
 * fall, a pod that has ended is let go only once it stands in the status, and a job that says it is complete has as many successes as it wants.
 */
public final class JobsCount implements StoreInvariant {
    private static final String TRACKING = "batch.kubernetes.io/job-tracking";

    private final Violations violations = new Violations();
    private final Map<String, Seen> jobs = new TreeMap<>();

    /** Nothing seen yet. */
    public JobsCount() {}

    /** A job, and its pods that have ended. */
    private static final class Seen {
        private final TreeSet<String> succeeded = new TreeSet<>();
        private final TreeSet<String> failed = new TreeSet<>();
        private Job job;

        Seen(Job job) {
            this.job = job;
        }

        TreeSet<String> of(String phase) {
            return phase.equals("Succeeded") ? succeeded : failed;
        }
    }

    @Override
    public void committed(StoreEvent event) {
        switch (event) {
            case StoreEvent.Put put -> {
                if (put.stored().value() instanceof Job job) {
                    counted(job);
                } else if (put.stored().value() instanceof Pod pod) {
                    var before = put.replaced();
                    ended(pod, before != null && before.value() instanceof Pod was ? was : pod);
                }
            }
            case StoreEvent.Delete delete -> {
                if (delete.stored().value() instanceof Job job) {
                    jobs.remove(job.uid());
                }
            }
        }
    }

    private void ended(Pod pod, Pod before) {
        var seen = owner(pod).map(jobs::get);
        if (seen.isEmpty()) {
            return;
        }
        var phase = pod.status().phase();
        if (pod.isTerminating() && isTracked(pod) && !phase.equals("Succeeded")) {
            seen.get().failed.add(pod.uid());
        }
        if (!LegalLives.hasEnded(pod)) {
            return;
        }
        seen.get().of(phase).add(pod.uid());
        if (isTracked(before) && !isTracked(pod) && !isCounted(pod, seen.get().job)) {
            violations.add("Pod " + pod.key() + " has " + phase
                    + " and was let go before its job counted it, at resource version "
                    + pod.metadata().resourceVersion());
        }
    }

    private static boolean isCounted(Pod pod, Job job) {
        if (job.isTerminating() || isOver(job) || "Indexed".equals(job.spec().completionMode())) {
            return true; // nobody counts it any more, or its index is what counts
        }
        if (job.spec().podFailurePolicy() != null) {
            return true; // or a rule may ignore it
        }
        var uncounted = job.status().uncountedTerminatedPods();
        return uncounted != null
                && (uncounted.succeeded().contains(pod.uid())
                        || uncounted.failed().contains(pod.uid()));
    }

    private void counted(Job job) {
        var seen = jobs.computeIfAbsent(job.uid(), uid -> new Seen(job));
        var before = seen.job.status();
        var status = job.status();
        seen.job = job;
        if (succeeded(status) > seen.succeeded.size()) {
            broken(
                    job,
                    "counts " + succeeded(status) + " successes of " + seen.succeeded.size() + " pods that succeeded");
        }
        if (failed(status) > seen.failed.size()) {
            broken(job, "counts " + failed(status) + " failures of " + seen.failed.size() + " pods that failed");
        }
        if (succeeded(status) < succeeded(before) || failed(status) < failed(before)) {
            broken(
                    job,
                    "fell from " + succeeded(before) + " successes and " + failed(before) + " failures to "
                            + succeeded(status) + " and " + failed(status));
        }
        var completions = job.spec().completions();
        if (is(job, "Complete")
                && completions != null
                && job.spec().successPolicy() == null
                && succeeded(status) < completions) {
            broken(job, "is complete with " + succeeded(status) + " of " + completions + " successes");
        }
    }

    private static int succeeded(JobStatus status) {
        var uncounted = status.uncountedTerminatedPods();
        return status.succeeded()
                + (uncounted == null ? 0 : uncounted.succeeded().size());
    }

    private static int failed(JobStatus status) {
        var uncounted = status.uncountedTerminatedPods();
        return status.failed() + (uncounted == null ? 0 : uncounted.failed().size());
    }

    private static boolean isOver(Job job) {
        return is(job, "Complete") || is(job, "Failed");
    }

    private static boolean is(Job job, String condition) {
        return job.status().conditions().stream()
                .anyMatch(each -> each.type().equals(condition) && each.status().equals("True"));
    }

    private static boolean isTracked(Pod pod) {
        return pod.metadata().finalizers().contains(TRACKING);
    }

    private static Optional<String> owner(Pod pod) {
        return pod.metadata().ownerReferences().stream()
                .filter(reference -> reference.kind().equals("Job"))
                .map(OwnerReference::uid)
                .findFirst();
    }

    private void broken(Job job, String how) {
        violations.add("Job " + job.key() + " " + how + " at resource version "
                + job.metadata().resourceVersion());
    }

    @Override
    public List<String> violations() {
        return violations.all();
    }
}
