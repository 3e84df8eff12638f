package io.podium.cache;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.podium.api.client.Follower;
import io.podium.api.client.Lister;
import io.podium.api.client.Scope;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Kind;
import io.podium.api.store.CompactedException;
import io.podium.api.store.RangeQuery;
import io.podium.api.store.Revision;
import io.podium.api.store.Store;
import io.podium.api.store.StoreEvent;
import io.podium.api.store.StoreWatch;
import io.podium.api.store.StoredValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The objects of one kind, their indexes and their newest changes, in memory.
 *
 * <p><b>Who moves it.</b> The store signals on the thread of the writer, after its commit; that thread brings the cache up to date
 * and calls the observers concerned. Whoever reads brings it up to date first, so nobody ever waits for another thread to do it, and a
 * reader sees every write that ended before it asked.
 *
 * @param <T> the type of the objects
 */
public final class KindCache<T extends ApiObject<T>> implements AutoCloseable {
    private static final int BATCH = 1024;
    private static final int HISTORY = 1 << 15;

    private final Kind<T> kind;
    private final Store store;
    private final String prefix;
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicInteger signals = new AtomicInteger();

    @GuardedBy("lock")
    private final Indexes<T> indexes = new Indexes<>();

    @GuardedBy("lock")
    private final Observers observers = new Observers();

    @GuardedBy("lock")
    private final EventRing<T> ring;

    @GuardedBy("lock")
    private StoreWatch source;

    @GuardedBy("lock")
    private @Nullable CacheView<T> view;

    /**
     * A cache that holds the present objects of a kind.
     *
     * @param store where they are
     * @param kind the kind
     */
    public KindCache(Store store, Kind<T> kind) {
        this.store = store;
        this.kind = kind;
        this.prefix = StorageKeys.prefix(kind);
        lock.lock();
        try {
            var revision = store.revision();
            var page = store.range(RangeQuery.prefix(prefix).at(revision));
            page.values().forEach(stored -> indexes.replace(stored.key(), null, object(stored)));
            ring = new EventRing<>(HISTORY, revision.value());
            source = store.watch(prefix, revision);
        } finally {
            lock.unlock();
        }
        source.onReady(this::signalled);
    }

    /**
     * The present objects.
     *
     * @return a lister that does not move on
     */
    public Lister<T> present() {
        return presentView();
    }

    CacheView<T> presentView() {
        return upToDate(this::currentView);
    }

    /**
     * Follows objects.
     *
     * @param scope which of them
     * @return a follower before the first state
     */
    public OverlaidFollower<T> follow(Scope scope) {
        Follower<T> follower =
                switch (scope) {
                    case Scope.All all -> new RingFollower<>(this, scope);
                    case Scope.InNamespace in -> new RingFollower<>(this, scope);
                    case Scope.OnNode on -> new PartFollower<>(this, scope);
                    case Scope.Named named -> new PartFollower<>(this, scope);
                };
        return new OverlaidFollower<>(follower, prefix);
    }

    /**
     * The kind.
     *
     * @return what it caches
     */
    public Kind<T> kind() {
        return kind;
    }

    /** Runs something under the lock after all committed changes have been taken over, and then calls the observers concerned. */
    <R> R upToDate(Supplier<R> action) {
        var calls = new ArrayList<Runnable>();
        R result;
        lock.lock();
        try {
            drain(calls);
            result = action.get();
        } finally {
            lock.unlock();
        }
        calls.forEach(Runnable::run);
        return result;
    }

    @GuardedBy("lock")
    CacheView<T> currentView() {
        var current = view;
        if (current == null) {
            current = indexes.view(prefix, source.position().value());
            view = current;
        }
        return current;
    }

    @GuardedBy("lock")
    EventRing<T> ring() {
        return ring;
    }

    @GuardedBy("lock")
    Indexes<T> indexes() {
        return indexes;
    }

    @GuardedBy("lock")
    long revision() {
        return source.position().value();
    }

    String prefix() {
        return prefix;
    }

    void observe(Observer observer) {
        locked(() -> observers.add(observer));
    }

    void ignore(Observer observer) {
        locked(() -> observers.remove(observer));
    }

    void locked(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        locked(() -> source.close());
    }

    /** Called by the writer that found the source armed. One thread at a time drains; the others leave it a note. */
    private void signalled() {
        int seen = 1;
        if (signals.getAndIncrement() != 0) {
            return;
        }
        do {
            seen = signals.get();
            upToDate(() -> true);
        } while (signals.addAndGet(-seen) != 0);
    }

    @GuardedBy("lock")
    private void drain(List<Runnable> calls) {
        try {
            List<StoreEvent> events;
            while (!(events = source.poll(BATCH)).isEmpty()) {
                view = null;
                events.forEach(event -> apply(event, calls));
            }
        } catch (CompactedException overrun) {
            reload(calls);
        }
    }

    @GuardedBy("lock")
    private void apply(StoreEvent event, List<Runnable> calls) {
        var before = event.previous().map(this::object).orElse(null);
        var last = object(event.stored());
        record(event.key(), event.revision().value(), before, event instanceof StoreEvent.Delete ? null : last, last, calls);
    }

    @GuardedBy("lock")
    private void record(
            String key, long revision, @Nullable T before, @Nullable T after, T last, List<Runnable> calls) {
        indexes.replace(key, before, after);
        ring.add(new CacheEvent<>(revision, before, after, last));
        observers.collect(last, before, after, calls);
    }

    /** The store forgot events that this cache has not seen: reads all anew, and tells of the differences. */
    @GuardedBy("lock")
    private void reload(List<Runnable> calls) {
        source.close();
        Revision revision = store.revision();
        var page = store.range(RangeQuery.prefix(prefix).at(revision));
        source = store.watch(prefix, revision);
        view = null;
        ring.clear(revision.value());
        var old = indexes.view(prefix, 0).byKey();
        for (var stored : page.values()) {
            var after = object(stored);
            var before = old.get(stored.key());
            if (before != after) {
                record(stored.key(), stored.modified().value(), before, after, after, calls);
            }
        }
        var present = new HashSet<String>();
        page.values().forEach(stored -> present.add(stored.key()));
        for (var at = old.cursor(); at.next(); ) {
            if (!present.contains(at.key())) {
                record(at.key(), revision.value(), at.value(), null, at.value(), calls);
            }
        }
        source.onReady(this::signalled);
    }

    @SuppressWarnings("unchecked") // only objects of the kind are stored under its prefix
    private T object(StoredValue stored) {
        return (T) stored.value();
    }
}
