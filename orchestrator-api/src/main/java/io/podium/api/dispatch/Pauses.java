package io.podium.api.dispatch;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * Knows when this process itself stood still, so that nobody is blamed for silence that nobody could have broken.
 *
 * <p>Measure how long <em>others</em> have been silent with {@link #awakeNanos}, and judge with it: right after a standstill of
 * minutes it has advanced by a second at most, whichever thread runs first, so every node has its full grace period left.
 *
 * <p>A standstill is noticed when {@link #RESOLUTION} passes between two ticks that are due every half of it, or when the wall
 * clock has advanced that much more than the monotonic clock, which stops on some systems while the machine sleeps.
 */
public interface Pauses {

    /** Standstills shorter than this are not told from ordinary delay. */
    Duration RESOLUTION = Duration.ofSeconds(1);

    /**
     * Monotonic time with standstills cut out.
     *
     * @return nanoseconds since an arbitrary origin, never decreasing
     */
    long awakeNanos();

    /**
     * The longest standstill that ended within the recent past. The last 16 are remembered.
     *
     * @param window how far to look back from now, in {@linkplain Dispatcher#nanos monotonic time}
     * @return its length, zero if there was none
     */
    Duration longestWithin(Duration window);

    /**
     * Calls a listener soon after the end of each standstill.
     *
     * @param name what the listener does
     * @param listener runs as a task of the scope whose {@link Dispatcher#pauses} this is
     * @return removes the listener when cancelled
     */
    Task onPause(String name, Consumer<Pause> listener);
}
