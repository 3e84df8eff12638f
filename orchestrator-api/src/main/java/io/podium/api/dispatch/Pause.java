package io.podium.api.dispatch;

import java.time.Duration;
import java.time.Instant;

/**
 * A time in which the whole process stood still: a breakpoint, SIGSTOP, a laptop lid, a very long garbage collection.
 *
 * @param end wall time at which it was noticed that the process runs again
 * @param length how long it stood still, at least the resolution of {@link Pauses}
 */
public record Pause(Instant end, Duration length) {}
