package io.podium.store.memory;

import io.podium.api.store.StoredValue;
import io.podium.collect.OrderedMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The present values: a tree for order and snapshots, and a hash index beside it for reads that neither wait for the
 * writer nor walk the tree.
 *
 * <p>A fork begins with the frozen tree of its parent as {@code base} and hashes only what is written to it; that keeps
 * forking constant in time.
 *
 * <p>{@link #get} needs no lock; everything else is guarded by the store's.
 */
final class Entries {
    private static final Object DELETED = new Object();

    private final OrderedMap.@Nullable Snapshot<String, Cell> base;
    private final OrderedMap<String, Cell> tree;
    private final ConcurrentHashMap<String, Object> index = new ConcurrentHashMap<>();

    Entries() {
        base = null;
        tree = new OrderedMap<>();
    }

    Entries(OrderedMap.Snapshot<String, Cell> base) {
        this.base = base;
        this.tree = base.toMap();
    }

    @Nullable
    StoredValue get(String key) {
        var cell = cell(key);
        return cell == null ? null : cell.stored();
    }

    void put(StoredValue stored) {
        var cell = cell(stored.key());
        if (cell == null || !cell.replace(stored, tree.edition())) {
            var fresh = new Cell(stored, tree.edition());
            tree.put(stored.key(), fresh);
            index.put(stored.key(), fresh);
        }
    }

    void remove(String key) {
        tree.remove(key);
        if (base != null && base.get(key) != null) {
            index.put(key, DELETED);
        } else {
            index.remove(key);
        }
    }

    OrderedMap.Snapshot<String, Cell> freeze() {
        return tree.snapshot();
    }

    private @Nullable Cell cell(String key) {
        var found = index.get(key);
        if (found == null) {
            return base == null ? null : base.get(key);
        }
        return found == DELETED ? null : (Cell) found;
    }
}
