package io.podium.cache;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a client has written and its follower has not passed yet, deletions included.
 *
 * @param <T> the type of the objects
 */
final class Overlay<T extends ApiObject<T>> {
    private final ReentrantLock lock = new ReentrantLock();
    private final String prefix;

    @GuardedBy("lock")
    private final NavigableMap<String, Written<T>> written = new TreeMap<>();

    /** Where each write is, in the order in which the follower passes them. */
    @GuardedBy("lock")
    private final NavigableMap<Long, String> keys = new TreeMap<>();

    private volatile boolean empty = true;

    /** How far the follower is. Whoever writes this or {@code empty} reads the other one afterwards. */
    private volatile long passed;

    private record Written<T>(@Nullable T object, long revision) {}

    Overlay(String prefix) {
        this.prefix = prefix;
    }

    /** Lays a write over the follower, unless that has passed it before the answer came to who wrote: it may know newer writes of others. */
    void add(ObjectKey key, @Nullable T object, long revision) {
        lock.lock();
        try {
            var place = storageKey(key);
            var before = written.get(place);
            if (before == null || before.revision() < revision) {
                if (before != null) {
                    keys.remove(before.revision());
                }
                written.put(place, new Written<>(object, revision));
                keys.put(revision, place);
            }
            empty = false;
            forgetPassed();
        } finally {
            lock.unlock();
        }
    }

    /** Forgets what the follower has passed. */
    void passed(long revision) {
        passed = revision;
        if (empty) {
            return;
        }
        lock.lock();
        try {
            forgetPassed();
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private void forgetPassed() {
        var gone = keys.headMap(passed, true);
        gone.values().forEach(written::remove);
        gone.clear();
        empty = written.isEmpty();
    }

    Optional<T> find(ObjectKey key, Optional<T> below) {
        if (empty) {
            return below;
        }
        lock.lock();
        try {
            var write = written.get(storageKey(key));
            return write == null ? below : Optional.ofNullable(write.object());
        } finally {
            lock.unlock();
        }
    }

    /** Lays the writes over a list in the order of storage keys. */
    List<T> over(List<T> below, Predicate<T> wanted) {
        if (empty) {
            return below;
        }
        lock.lock();
        try {
            var merged = new ArrayList<T>(below.size() + written.size());
            var writes = written.entrySet().iterator();
            var write = writes.hasNext() ? writes.next() : null;
            for (var object : below) {
                var key = storageKey(object.key());
                while (write != null && write.getKey().compareTo(key) < 0) {
                    addIfWanted(write.getValue().object(), wanted, merged);
                    write = writes.hasNext() ? writes.next() : null;
                }
                if (write != null && write.getKey().equals(key)) {
                    addIfWanted(write.getValue().object(), wanted, merged);
                    write = writes.hasNext() ? writes.next() : null;
                } else {
                    merged.add(object);
                }
            }
            for (; write != null; write = writes.hasNext() ? writes.next() : null) {
                addIfWanted(write.getValue().object(), wanted, merged);
            }
            return merged;
        } finally {
            lock.unlock();
        }
    }

    private static <T> void addIfWanted(@Nullable T object, Predicate<T> wanted, List<T> merged) {
        if (object != null && wanted.test(object)) {
            merged.add(object);
        }
    }

    private String storageKey(ObjectKey key) {
        return key.namespace().isEmpty() ? prefix + key.name() : prefix + key.namespace() + "/" + key.name();
    }
}
