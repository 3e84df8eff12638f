package io.podium.controller.job;

import io.podium.api.core.Pod;
import io.podium.controller.kit.Pods;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** How long a job waits after failures before it starts pods again: ten seconds, twice as long after each further failure, ten minutes at most. */
final class FailureBackoff {
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private FailureBackoff() {}

    /** What is left of the wait after all failures since the last success. */
    static Duration left(JobPods pods, Instant now) {
        var lastSuccess = pods.pods().stream()
                .filter(pod -> pod.status().phase().equals("Succeeded"))
                .map(FailureBackoff::endOf)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
        var failures = pods.pods().stream()
                .filter(pods::isFailed)
                .map(FailureBackoff::endOf)
                .filter(end -> end.isAfter(lastSuccess))
                .toList();
        return failures.isEmpty()
                ? Duration.ZERO
                : left(
                        failures.size(),
                        failures.stream().max(Instant::compareTo).orElseThrow(),
                        now);
    }

    /** What is left of the wait after a number of failures, at least 1. */
    static Duration left(int failures, Instant last, Instant now) {
        var delay = FIRST.multipliedBy(1L << Math.min(failures - 1, 10));
        var left = Duration.between(now, last.plus(delay.compareTo(LONGEST) > 0 ? LONGEST : delay));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** When a pod has ended: its last container did, or it stopped being ready, or it was deleted. */
    static Instant endOf(Pod pod) {
        return pod.status().containerStatuses().stream()
                .map(status -> status.state().terminated())
                .filter(Objects::nonNull)
                .map(terminated -> terminated.finishedAt())
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElseGet(() -> unreadySince(pod));
    }

    private static Instant unreadySince(Pod pod) {
        var ready = Pods.condition(pod, "Ready");
        if (ready != null && ready.status().equals("False") && ready.lastTransitionTime() != null) {
            return ready.lastTransitionTime();
        }
        var deletion = pod.metadata().deletionTimestamp();
        if (deletion != null) {
            var grace = pod.metadata().deletionGracePeriodSeconds();
            return deletion.minusSeconds(grace == null ? 0 : grace);
        }
        var created = pod.metadata().creationTimestamp();
        return created == null ? Instant.EPOCH : created;
    }
}
