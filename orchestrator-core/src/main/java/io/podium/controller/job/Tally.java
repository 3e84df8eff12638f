package io.podium.controller.job;

import io.podium.api.batch.JobStatus;
import io.podium.api.core.Pod;
import io.podium.controller.kit.Pods;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;

/**
 * Where a job stands once all its pods that have ended are counted, those included that its status does not speak of yet. Pure.
 *
 * @param pods the job with its present status, and its pods
 * @param succeeded how many pods have succeeded, or indexes if the job has them
 * @param failed how many failures count
 * @param completed the indexes that have succeeded
 * @param failedIndexes the indexes that have failed for good
 */
record Tally(JobPods pods, int succeeded, int failed, BitSet completed, BitSet failedIndexes) {

    static Tally of(JobPods pods) {
        var status = pods.job().status();
        int failed = Accounting.failed(status)
                + (int) uncounted(pods).stream()
                        .filter(pods::isFailed)
                        .filter(pod -> FailurePolicy.counts(pods.job(), pod))
                        .count();
        if (!pods.isIndexed()) {
            int succeeded = Accounting.succeeded(status)
                    + (int) uncounted(pods).stream().filter(Tally::hasSucceeded).count();
            return new Tally(pods, succeeded, failed, new BitSet(), new BitSet());
        }
        var completed = pods.known(status.completedIndexes());
        completed.or(pods.indexesOf(
                pods.tracked().stream().filter(Tally::hasSucceeded).toList()));
        return new Tally(pods, completed.cardinality(), failed, completed, failedIndexes(pods, completed));
    }

    /** What is stopped because its job has failed does not make its index fail. */
    private static BitSet failedIndexes(JobPods pods, BitSet completed) {
        var status = pods.job().status();
        boolean stopping = JobConditions.isTrue(status, JobConditions.FAILS);
        var failed = pods.known(status.failedIndexes());
        failed.or(pods.indexesOf(pods.tracked().stream()
                .filter(pod -> pods.isFailed(pod) && !(stopping && pod.isTerminating()))
                .filter(pod -> IndexFailures.isLast(pods.job(), pod))
                .toList()));
        failed.andNot(completed);
        return failed;
    }

    private static List<Pod> uncounted(JobPods pods) {
        var status = pods.job().status();
        return pods.tracked().stream()
                .filter(pod -> pods.isValid(pod) && !Accounting.isNoted(status, pod))
                .toList();
    }

    static boolean hasSucceeded(Pod pod) {
        return pod.status().phase().equals("Succeeded");
    }

    /** The last failed pods of indexes that go on; they are held until they have been replaced. */
    SortedMap<Integer, Pod> toReplace() {
        var ended = (BitSet) completed.clone();
        ended.or(failedIndexes);
        return IndexFailures.pending(pods, ended);
    }

    /** The pods to be counted now. Once a job is ending, none is held for a replacement. */
    List<Pod> due(boolean ending) {
        var status = pods.job().status();
        var held = ending || !IndexFailures.areLimited(pods.job())
                ? List.<Pod>of()
                : List.copyOf(toReplace().values());
        return pods.tracked().stream()
                .filter(pod -> Accounting.isNoted(status, pod) || isDue(pod) && !held.contains(pod))
                .toList();
    }

    private boolean isDue(Pod pod) {
        return Pods.hasEnded(pod) || isLost(pod);
    }

    /** Whether a pod has failed, or is on its way out of a job that has. */
    boolean isLost(Pod pod) {
        return pods.isFailed(pod)
                || pod.isTerminating()
                        && !hasSucceeded(pod)
                        && JobConditions.isTrue(pods.job().status(), JobConditions.FAILS);
    }

    /** The status with completed and failed indexes; those of others are not touched. */
    JobStatus withIndexes(JobStatus status) {
        if (!pods.isIndexed()) {
            return status;
        }
        var known = status.withCompletedIndexes(Indexes.format(completed)).withSucceeded(completed.cardinality());
        return IndexFailures.areLimited(pods.job()) ? known.withFailedIndexes(Indexes.format(failedIndexes)) : known;
    }
}
