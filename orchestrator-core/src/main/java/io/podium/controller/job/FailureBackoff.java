package io.podium.controller.job;

import io.podium.api.core.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** How long a job waits after failures before it starts pods again: ten seconds, twice as long after each further failure, ten minutes at most. */
final class FailureBackoff {
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private FailureBackoff() {}

    static Duration left(List<Pod> pods, Instant now) {
        var lastSuccess = pods.stream()
                .filter(pod -> pod.status().phase().equals("Succeeded"))
                .map(FailureBackoff::endOf)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
        var failures = pods.stream()
                .filter(pod -> pod.status().phase().equals("Failed"))
                .map(FailureBackoff::endOf)
                .filter(end -> end.isAfter(lastSuccess))
                .toList();
        if (failures.isEmpty()) {
            return Duration.ZERO;
        }
        var last = failures.stream().max(Instant::compareTo).orElseThrow();
        var delay = FIRST.multipliedBy(1L << Math.min(failures.size() - 1, 10));
        var left = Duration.between(now, last.plus(delay.compareTo(LONGEST) > 0 ? LONGEST : delay));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static Instant endOf(Pod pod) {
        return pod.status().containerStatuses().stream()
                .map(status -> status.state().terminated())
                .filter(Objects::nonNull)
                .map(terminated -> terminated.finishedAt())
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElseGet(() -> {
                    var created = pod.metadata().creationTimestamp();
                    return created == null ? Instant.EPOCH : created;
                });
    }
}
