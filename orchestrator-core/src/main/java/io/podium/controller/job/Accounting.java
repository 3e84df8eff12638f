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
import java.util.function.Predicate;

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

    /** The status with the uids of pods that are due. A success with an index is noted by its index alone. */
    static JobStatus noted(Tally tally, List<Pod> due) {
        var pods = tally.pods();
        var status = pods.job().status();
        var present = uncounted(status);
        var succeeded = pods.isIndexed()
                ? present.succeeded()
                : joined(present.succeeded(), due, pod -> Tally.hasSucceeded(pod) && !isNoted(status, pod));
        var failed = joined(
                present.failed(),
                due,
                pod -> tally.isLost(pod) && pods.isValid(pod) && FailurePolicy.counts(pods.job(), pod));
        return tally.withIndexes(status)
                .withUncountedTerminatedPods(present.withSucceeded(succeeded).withFailed(failed));
    }

    private static List<String> joined(List<String> uids, List<Pod> due, Predicate<Pod> counted) {
        var pods = due.stream().filter(counted).toList();
        var all = new ArrayList<>(uids);
        pods.stream().map(Pod::uid).filter(uid -> !all.contains(uid)).forEach(all::add);
        return all;
    }

    private static UncountedTerminatedPods uncounted(JobStatus status) {
        return status.uncountedTerminatedPods() == null ? NONE : status.uncountedTerminatedPods();
    }

    /** Whether a pod stands in the status and has not become a number yet. */
    static boolean isNoted(JobStatus status, Pod pod) {
        var uncounted = uncounted(status);
        return uncounted.succeeded().contains(pod.uid()) || uncounted.failed().contains(pod.uid());
    }

    /** How many pods have succeeded, counted or noted. */
    static int succeeded(JobStatus status) {
        return status.succeeded() + uncounted(status).succeeded().size();
    }

    /** How many pods have failed, counted or noted. */
    static int failed(JobStatus status) {
        return status.failed() + uncounted(status).failed().size();
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
