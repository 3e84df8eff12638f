package io.podium.dispatch;

import io.podium.api.dispatch.Pause;
import io.podium.api.dispatch.Pauses;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Notices that the process stood still, from ticks that come regularly while it runs.
 *
 * <p>Readers do not depend on the tick having come: the stretch since the last tick counts as awake up to the resolution
 * only, whoever asks first after a standstill.
 */
final class StandstillWatch {
    static final long RESOLUTION = Pauses.RESOLUTION.toNanos();
    static final long TICK = RESOLUTION / 2;
    private static final int REMEMBERED = 16;

    private final LongSupplier clock;
    private final InstantSource wall;
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<Ended> ended = new ArrayDeque<>(); // guarded by lock
    private final CopyOnWriteArrayList<PauseListener> listeners = new CopyOnWriteArrayList<>();
    private volatile Tick last;

    /** The state at a tick: monotonic time, wall time, and how much of the former was awake. */
    private record Tick(long nanos, long wallMillis, long awake) {}

    private record Ended(long nanos, Duration length) {}

    StandstillWatch(LongSupplier clock, InstantSource wall) {
        this.clock = clock;
        this.wall = wall;
        this.last = new Tick(clock.getAsLong(), wall.millis(), 0);
    }

    long nanos() {
        return clock.getAsLong();
    }

    long awakeNanos() {
        var tick = last;
        return tick.awake() + Math.min(RESOLUTION, clock.getAsLong() - tick.nanos());
    }

    Duration longestWithin(Duration window) {
        long now = clock.getAsLong();
        long since = now - Nanos.ofDelay(window);
        long unnoticed = now - last.nanos();
        var longest = unnoticed < RESOLUTION ? Duration.ZERO : Duration.ofNanos(unnoticed);
        lock.lock();
        try {
            for (var pause : ended) {
                if (pause.nanos() >= since && pause.length().compareTo(longest) > 0) {
                    longest = pause.length();
                }
            }
            return longest;
        } finally {
            lock.unlock();
        }
    }

    void add(PauseListener listener) {
        listeners.add(listener);
    }

    boolean remove(PauseListener listener) {
        return listeners.remove(listener);
    }

    /** Compares with the previous tick. Called by the timer thread only. */
    void tick() {
        var before = last;
        long nanos = clock.getAsLong();
        long gap = nanos - before.nanos();
        if (gap < TICK / 2) {
            return; // timers woke the thread early: a tick that often would cost more than it tells
        }
        long wallMillis = wall.millis();
        long wallGap = Duration.ofMillis(wallMillis - before.wallMillis()).toNanos();
        last = new Tick(nanos, wallMillis, before.awake() + Math.min(RESOLUTION, gap));
        long length = wallGap - gap >= RESOLUTION ? wallGap : gap;
        if (length >= RESOLUTION) {
            noticed(nanos, Duration.ofNanos(length));
        }
    }

    private void noticed(long nanos, Duration length) {
        lock.lock();
        try {
            if (ended.size() == REMEMBERED) {
                ended.removeFirst();
            }
            ended.addLast(new Ended(nanos, length));
        } finally {
            lock.unlock();
        }
        var pause = new Pause(wall.instant(), length);
        for (var listener : listeners) {
            listener.notice(pause);
        }
    }
}
