package io.podium.controller.job;

import io.podium.api.core.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * Which pods a job starts next. Pure.
 *
 * @param pods the pods to be created, none if the job has enough or waits
 * @param delay how long it waits because of failures, zero if it does not
 */
record Starts(List<Pod> pods, Duration delay) {
    /** How many pods one reconciliation creates or deletes at most, so that one large job does not starve the rest. */
    static final int BURST = 500;

    private static final Starts NONE = new Starts(List.of(), Duration.ZERO);

    static Starts of(JobPods pods, Tally tally, Instant now) {
        int present = pods.active().size()
                + (pods.replacesOnlyFailed() ? pods.terminating().size() : 0);
        int count = Math.min(BURST, pods.wanted(tally.succeeded()) - present);
        if (count <= 0) {
            return NONE;
        }
        if (IndexFailures.areLimited(pods.job())) {
            return indexByIndex(pods, tally, count, now);
        }
        var wait = FailureBackoff.left(pods, now);
        if (!wait.isZero()) {
            return new Starts(List.of(), wait);
        }
        return new Starts(pods.isIndexed() ? indexed(pods, tally, count) : plain(pods, count), Duration.ZERO);
    }

    private static List<Pod> plain(JobPods pods, int count) {
        return Collections.nCopies(count, PodOfJob.plain(pods.job()));
    }

    private static List<Pod> indexed(JobPods pods, Tally tally, int count) {
        return free(pods, tally, count).stream()
                .map(index -> PodOfJob.indexed(pods.job(), index))
                .toList();
    }

    /** Each index waits for its own failures only; the job waits if all of them do. */
    private static Starts indexByIndex(JobPods pods, Tally tally, int count, Instant now) {
        var replaced = tally.toReplace();
        var made = new ArrayList<Pod>();
        var soonest = Duration.ZERO;
        for (int index : free(pods, tally, count)) {
            var wait = IndexFailures.backoff(replaced.get(index), now);
            if (wait.isZero()) {
                made.add(PodOfJob.replacing(pods.job(), index, replaced.get(index)));
            } else if (soonest.isZero() || wait.compareTo(soonest) < 0) {
                soonest = wait;
            }
        }
        return new Starts(made, made.isEmpty() ? soonest : Duration.ZERO);
    }

    /** The first indexes that have neither a pod nor come to their end. */
    private static List<Integer> free(JobPods pods, Tally tally, int count) {
        BitSet taken = pods.activeIndexes();
        taken.or(tally.completed());
        taken.or(tally.failedIndexes());
        if (pods.replacesOnlyFailed()) {
            taken.or(pods.indexesOf(pods.terminating()));
        }
        var free = new ArrayList<Integer>();
        for (int index = taken.nextClearBit(0);
                free.size() < count && index < pods.completions();
                index = taken.nextClearBit(index + 1)) {
            free.add(index);
        }
        return free;
    }
}
