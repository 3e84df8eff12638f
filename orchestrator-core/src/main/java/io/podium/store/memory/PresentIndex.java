package io.podium.store.memory;

import io.podium.api.store.StoredValue;
import io.podium.collect.OrderedMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The present values by key, for reads that neither wait for the writer nor walk the tree. A fork begins with the frozen
 * tree of its parent and hashes only what is written to it; that keeps forking constant in time.
 */
final class PresentIndex {
    private static final Object DELETED = new Object();

    private final ConcurrentHashMap<String, Object> written = new ConcurrentHashMap<>();
    private final OrderedMap.@Nullable Snapshot<String, StoredValue> base;

    PresentIndex(OrderedMap.@Nullable Snapshot<String, StoredValue> base) {
        this.base = base;
    }

    @Nullable
    StoredValue get(String key) {
        var found = written.get(key);
        if (found == null) {
            return base == null ? null : base.get(key);
        }
        return found == DELETED ? null : (StoredValue) found;
    }

    void put(StoredValue stored) {
        written.put(stored.key(), stored);
    }

    void remove(String key) {
        if (base != null && base.get(key) != null) {
            written.put(key, DELETED);
        } else {
            written.remove(key);
        }
    }
}
