package io.podium.controller.job;

import io.podium.api.batch.Job;
import io.podium.api.core.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Failures of a job with {@code backoffLimitPerIndex}, counted index by index. A pod carries in annotations how often its index has failed
 * before it; so the last pod of an index that failed is held until its replacement, which inherits the numbers, is there. Pure.
 */
final class IndexFailures {
    private static final String COUNTED = "batch.kubernetes.io/job-index-failure-count";
    private static final String IGNORED = "batch.kubernetes.io/job-index-ignored-failure-count";

    private IndexFailures() {}

    static boolean areLimited(Job job) {
        return job.spec().backoffLimitPerIndex() != null;
    }

    /** Whether the failure of a pod is the last that its index may have. */
    static boolean isLast(Job job, Pod failed) {
        var limit = job.spec().backoffLimitPerIndex();
        return limit != null
                && (FailurePolicy.failsIndex(job, failed)
                        || FailurePolicy.counts(job, failed) && number(failed, COUNTED) >= limit);
    }

    /** The pods to be replaced, by index: the last failed one of each index that has neither a pod nor come to its end. */
    static SortedMap<Integer, Pod> pending(JobPods pods, BitSet ended) {
        var taken = pods.activeIndexes();
        taken.or(ended);
        var latest = new TreeMap<Integer, Pod>();
        for (var pod : pods.tracked()) {
            var index = pods.validIndexOf(pod);
            if (pods.isFailed(pod) && index.isPresent() && !taken.get(index.get())) {
                latest.merge(index.get(), pod, IndexFailures::later);
            }
        }
        return latest;
    }

    private static Pod later(Pod one, Pod other) {
        boolean isOther =
                failures(one) <= failures(other) && !FailureBackoff.endOf(other).isBefore(FailureBackoff.endOf(one));
        return isOther ? other : one;
    }

    /** What a pod is told of the failures before it. */
    static Map<String, String> annotations(Job job, @Nullable Pod replaced) {
        var annotations = new TreeMap<String, String>();
        if (areLimited(job)) {
            boolean counts = replaced != null && FailurePolicy.counts(job, replaced);
            int ignored = number(replaced, IGNORED) + (replaced == null || counts ? 0 : 1);
            annotations.put(COUNTED, Integer.toString(number(replaced, COUNTED) + (counts ? 1 : 0)));
            if (ignored > 0) {
                annotations.put(IGNORED, Integer.toString(ignored));
            }
        }
        return annotations;
    }

    /** How long an index waits after its last failure. */
    static Duration backoff(@Nullable Pod replaced, Instant now) {
        return replaced == null
                ? Duration.ZERO
                : FailureBackoff.left(failures(replaced) + 1, FailureBackoff.endOf(replaced), now);
    }

    private static int failures(Pod pod) {
        return number(pod, COUNTED) + number(pod, IGNORED);
    }

    private static int number(@Nullable Pod pod, String annotation) {
        return Optional.ofNullable(pod)
                .map(present -> present.annotation(annotation))
                .flatMap(Indexes::number)
                .orElse(0);
    }
}
