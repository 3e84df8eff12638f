package io.podium.apiserver;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.podium.api.meta.ApiObject;
import io.podium.api.store.Expectation;
import io.podium.api.store.Revision;
import io.podium.api.store.StoredValue;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps no more objects of a kind than its rules say: who writes one too many deletes the one written longest ago.
 *
 * <p>It remembers the writes it was told of, each key at its latest. What was deleted by others meanwhile still counts until it is the oldest:
 * so there may be fewer objects than the bound, never more, and no deletion has to be followed.
 *
 * @param <T> the type of the objects
 */
final class Retention<T extends ApiObject<T>> {
    private final Registry<T> registry;
    private final int most;
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final LinkedHashMap<String, Revision> oldestFirst = new LinkedHashMap<>();

    /** Begins with what is stored. */
    Retention(Registry<T> registry) {
        this.registry = registry;
        this.most = registry.rules().mostKept();
        if (isBounded()) {
            registry.cache().present().all().stream()
                    .map(object -> registry.read(object.key()).orElse(null))
                    .filter(stored -> stored != null)
                    .map(Registry.Stored::value)
                    .sorted(Comparator.comparing(StoredValue::modified))
                    .forEach(this::wrote);
        }
    }

    private boolean isBounded() {
        return most != Integer.MAX_VALUE;
    }

    /** Takes note of a write, and makes room if it was one too many. */
    void wrote(StoredValue stored) {
        if (isBounded()) {
            var oldest = note(stored);
            if (oldest != null) {
                drop(oldest);
            }
        }
    }

    private Map.@Nullable Entry<String, Revision> note(StoredValue stored) {
        lock.lock();
        try {
            var known = oldestFirst.remove(stored.key());
            boolean newer = known == null
                    || stored.modified().isAfter(known); // writers may come in another order than they wrote
            oldestFirst.put(stored.key(), newer ? stored.modified() : known);
            return oldestFirst.size() <= most ? null : takeOldest();
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private Map.Entry<String, Revision> takeOldest() {
        var oldest = Objects.requireNonNull(oldestFirst.pollFirstEntry());
        return Map.entry(oldest.getKey(), oldest.getValue());
    }

    /** Deletes an object, unless somebody has deleted or written it meanwhile. */
    private void drop(Map.Entry<String, Revision> oldest) {
        registry.store()
                .get(oldest.getKey())
                .ifPresent(stored -> registry.store()
                        .delete(
                                oldest.getKey(),
                                Expectation.at(oldest.getValue()),
                                registry.stamp(registry.stored(stored).object())));
    }
}
