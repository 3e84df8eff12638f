package io.podium.apiserver.services;

import io.podium.api.meta.ObjectKey;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * Who has which address or port. A reservation stands for a short while by itself, so that a write can be committed; after that only as
 * long as its owner really has what was reserved. So a write that failed holds nothing for long, and nothing has to be given back.
 *
 * @param <K> what is reserved
 */
final class Reservations<K extends Comparable<K>> {
    private static final Duration UNCOMMITTED = Duration.ofSeconds(10);

    private final TreeMap<K, Reservation> byKey = new TreeMap<>();
    private final BiPredicate<ObjectKey, K> has;

    private record Reservation(ObjectKey owner, Instant since) {}

    /**
     * No reservations.
     *
     * @param has whether a Service that is stored has something
     */
    Reservations(BiPredicate<ObjectKey, K> has) {
        this.has = has;
    }

    boolean isFree(K wanted, ObjectKey by, Instant now) {
        var present = byKey.get(wanted);
        if (present == null || present.owner.equals(by)) {
            return true;
        }
        boolean young = now.isBefore(present.since.plus(UNCOMMITTED));
        return !young && !has.test(present.owner, wanted);
    }

    /** Reserves something that is free. */
    void take(K wanted, ObjectKey by, Instant now) {
        byKey.put(wanted, new Reservation(by, now));
    }

    /** Notes what a stored Service has. */
    void note(K had, ObjectKey by) {
        byKey.put(had, new Reservation(by, Instant.EPOCH));
    }
}
