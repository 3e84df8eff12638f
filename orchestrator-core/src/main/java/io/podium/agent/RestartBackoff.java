package io.podium.agent;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait before something that failed is tried again: ten seconds, then twice as long each time up to five minutes, and again ten
 * seconds once it went well for ten minutes. The first try after a failure is not delayed.
 */
final class RestartBackoff {
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration FORGIVEN_AFTER = LONGEST.multipliedBy(2);

    private Duration delay = Duration.ZERO;
    private @Nullable Instant updated;

    /** How long to wait at present. */
    Duration delay() {
        return delay;
    }

    /** Whether a failure at some time still holds up the next try. */
    boolean holds(Instant failure, Instant now) {
        return !isForgotten(failure) && now.isBefore(failure.plus(delay));
    }

    /** Notes another try after a failure at some time. */
    void next(Instant failure, Instant now) {
        if (isForgotten(failure)) {
            delay = FIRST;
        } else {
            var twice = delay.multipliedBy(2);
            delay = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
        }
        updated = now;
    }

    private boolean isForgotten(Instant failure) {
        return updated == null || failure.isAfter(updated.plus(FORGIVEN_AFTER));
    }

    /** A duration as Go writes it: {@code 10s}, {@code 1m20s}. */
    static String text(Duration duration) {
        long seconds = duration.toSeconds();
        return seconds < 60 ? seconds + "s" : seconds / 60 + "m" + seconds % 60 + "s";
    }
}
