package io.podium.dispatch;

import java.time.Duration;

/** Conversion of durations to nanoseconds that never overflows. */
public final class Nanos {
    /** The longest delay that is told from "never", about 73 years. */
    public static final long LONGEST = Long.MAX_VALUE / 4;

    private static final Duration LONGEST_DURATION = Duration.ofNanos(LONGEST);

    private Nanos() {}

    /**
     * A delay in nanoseconds.
     *
     * @param duration any duration
     * @return from 0 to {@link #LONGEST}; shorter and longer durations give these limits
     */
    public static long ofDelay(Duration duration) {
        if (duration.compareTo(LONGEST_DURATION) >= 0) {
            return LONGEST;
        }
        return duration.isNegative() ? 0 : duration.toNanos();
    }

    /**
     * A period in nanoseconds.
     *
     * @param period a positive duration
     * @return from 1 to {@link #LONGEST}
     * @throws IllegalArgumentException if the period is not positive
     */
    public static long ofPeriod(Duration period) {
        if (!period.isPositive()) {
            throw new IllegalArgumentException("period must be positive, was " + period);
        }
        return Math.max(1, ofDelay(period));
    }

    /**
     * When a periodic task is due next. What was missed is left out, so the rhythm stays.
     *
     * @param due when it was due last
     * @param period time between two due times, positive
     * @param now the present time
     * @return the first of {@code due + period}, {@code due + 2 period} … that is later than {@code now}
     */
    public static long nextDue(long due, long period, long now) {
        long missed = Math.max(0, (now - due) / period);
        return due + (missed + 1) * period;
    }
}
