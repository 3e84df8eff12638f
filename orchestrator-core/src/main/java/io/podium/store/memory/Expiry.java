package io.podium.store.memory;

import io.podium.api.dispatch.Dispatcher;
import io.podium.api.dispatch.Task;
import io.podium.api.store.Stamp;
import io.podium.collect.OrderedMap;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Which keys are deleted by themselves, and when. Guarded by the store's lock. One timer is set at most, for the
 * earliest of all deadlines.
 */
final class Expiry {
    private final OrderedMap<Lease, Stamp> byDeadline;
    private final OrderedMap<String, Lease> byKey;
    private long timers;
    private @Nullable Task timer;
    private Instant timerAt = Instant.MAX;

    /** The time at which a key goes. */
    record Lease(Instant deadline, String key) implements Comparable<Lease> {
        @Override
        public int compareTo(Lease other) {
            int order = deadline.compareTo(other.deadline);
            return order != 0 ? order : key.compareTo(other.key);
        }
    }

    /** A key whose time has come, and what stamps its last value. */
    record Due(String key, Stamp stamp) {}

    Expiry() {
        this(new OrderedMap<>(), new OrderedMap<>());
    }

    private Expiry(OrderedMap<Lease, Stamp> byDeadline, OrderedMap<String, Lease> byKey) {
        this.byDeadline = byDeadline;
        this.byKey = byKey;
    }

    Expiry fork() {
        return new Expiry(byDeadline.snapshot().toMap(), byKey.snapshot().toMap());
    }

    void set(String key, Instant deadline, Stamp stamp) {
        clear(key);
        var lease = new Lease(deadline, key);
        byKey.put(key, lease);
        byDeadline.put(lease, stamp);
    }

    /** The key was written without a time to live, or deleted. */
    void clear(String key) {
        if (!byKey.isEmpty()) {
            var lease = byKey.remove(key);
            if (lease != null) {
                byDeadline.remove(lease);
            }
        }
    }

    /** The key that is due first, or null if none is due at {@code now}. */
    @Nullable
    Due firstDue(Instant now) {
        var first = byDeadline.cursor();
        return first.next() && !first.key().deadline().isAfter(now)
                ? new Due(first.key().key(), first.value())
                : null;
    }

    /**
     * Sees to it that {@code expire} is called at the earliest deadline, if there is one, with a number for {@link
     * #timerRan}.
     */
    void setTimer(Dispatcher dispatcher, LongConsumer expire) {
        var first = byDeadline.cursor();
        if (!first.next() || !first.key().deadline().isBefore(timerAt)) {
            return;
        }
        cancelTimer();
        long number = ++timers;
        timerAt = first.key().deadline();
        var delay = Duration.between(dispatcher.now(), timerAt);
        timer = dispatcher.standby("expire keys", delay, () -> expire.accept(number));
    }

    /** A timer has run; returns false if it was cancelled too late to stop it, so that it should do nothing. */
    boolean timerRan(long number) {
        if (number != timers || timer == null) {
            return false;
        }
        timer = null;
        timerAt = Instant.MAX;
        return true;
    }

    void cancelTimer() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
        timerAt = Instant.MAX;
    }
}
