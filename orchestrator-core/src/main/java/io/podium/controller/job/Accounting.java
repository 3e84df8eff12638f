package io.podium.controller.job;

import io.podium.api.batch.Job;
import io.podium.api.batch.JobStatus;
import io.podium.api.batch.UncountedTerminatedPods;
import io.podium.api.batch.UncountedTerminatedPodsBuilder;
import io.podium.api.client.Client;
import io.podium.api.client.NotFoundException;
import io.podium.api.client.WriteOptions;
import io.podium.api.core.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Counts ended pods exactly once, whatever fails in between: an ended pod keeps a finalizer until its uid stands in the job's status, and its
 * uid stands there until the finalizer is gone; then it becomes a number.
 */
final class Accounting {
    private static final UncountedTerminatedPods NONE = new UncountedTerminatedPodsBuilder().build();

    private final Client client;

    Accounting(Client client) {
        this.client = client;
    }

    /** The status with the uids of pods that have ended since. */
    static JobStatus noted(JobPods pods, JobStatus status) {
        var present = status.uncountedTerminatedPods() == null ? NONE : status.uncountedTerminatedPods();
        if (!pods.isIndexed()) {
            var succeeded = joined(present.succeeded(), pods.tracked("Succeeded"));
            var failed = joined(present.failed(), pods.tracked("Failed"));
            return status.withUncountedTerminatedPods(
                    present.withSucceeded(succeeded).withFailed(failed));
        }
        var completed = Indexes.parse(status.completedIndexes());
        for (var pod : pods.tracked("Succeeded")) {
            JobPods.indexOf(pod)
                    .filter(index -> pods.job().spec().completions() == null
                            || index < pods.job().spec().completions())
                    .ifPresent(completed::set);
        }
        return status.withCompletedIndexes(Indexes.format(completed))
                .withSucceeded(completed.cardinality())
                .withUncountedTerminatedPods(present.withFailed(joined(present.failed(), pods.tracked("Failed"))));
    }

    private static List<String> joined(List<String> uids, List<Pod> pods) {
        var all = new ArrayList<>(uids);
        pods.stream().map(Pod::uid).filter(uid -> !all.contains(uid)).forEach(all::add);
        return all;
    }

    /** How many pods have succeeded, counted or noted. */
    static int succeeded(JobStatus status) {
        var uncounted = status.uncountedTerminatedPods();
        return status.succeeded()
                + (uncounted == null ? 0 : uncounted.succeeded().size());
    }

    /** How many pods have failed, counted or noted. */
    static int failed(JobStatus status) {
        var uncounted = status.uncountedTerminatedPods();
        return status.failed() + (uncounted == null ? 0 : uncounted.failed().size());
    }

    /** Lets the ended pods go that stand in a stored status. */
    void release(JobPods pods) {
        var all = Stream.concat(pods.tracked("Succeeded").stream(), pods.tracked("Failed").stream());
        all.forEach(this::release);
    }

    void release(Pod pod) {
        var finalizers = pod.metadata().finalizers().stream()
                .filter(each -> !each.equals(JobPods.TRACKING))
                .toList();
        try {
            client.update(pod.withMetadata(pod.metadata().withFinalizers(finalizers)), WriteOptions.PLAIN);
        } catch (NotFoundException gone) {
            return; // it went by itself
        }
    }

    /** The status in which released pods have become numbers. */
    static JobStatus counted(Job job) {
        var status = job.status();
        return status.toBuilder()
                .succeeded(succeeded(status))
                .failed(failed(status))
                .uncountedTerminatedPods(NONE)
                .build();
    }
}
