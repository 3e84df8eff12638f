package io.podium.cache;

import io.podium.api.meta.ApiObject;
import io.podium.api.store.CompactedException;
import io.podium.api.store.RangeQuery;
import io.podium.api.store.Revision;
import io.podium.api.store.Store;
import io.podium.api.store.StoreEvent;
import io.podium.api.store.StoreWatch;
import io.podium.api.store.StoredValue;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link KindCache} keeps under its lock: objects, indexes, newest events, and who observes. Nobody holds on to it beyond the
 * lock.
 *
 * @param <T> the type of the objects
 */
final class CacheState<T extends ApiObject<T>> {
    private static final int BATCH = 1024;
    private static final int HISTORY = 1 << 15;

    private final Store store;
    private final String prefix;
    private final Runnable signal;
    private final Indexes<T> indexes;
    private final Observers observers = new Observers();
    private final EventRing<T> ring;
    private StoreWatch source;
    private @Nullable CacheView<T> view;
    private boolean closed;

    /** Reads the present objects; a signal will be called when there are newer ones. */
    CacheState(Store store, String prefix, boolean filesOrphans, Runnable signal) {
        this.store = store;
        this.prefix = prefix;
        this.signal = signal;
        this.indexes = new Indexes<>(filesOrphans);
        var revision = store.revision();
        var page = store.range(RangeQuery.prefix(prefix).at(revision));
        page.values().forEach(stored -> indexes.replace(stored.key(), null, object(stored)));
        ring = new EventRing<>(HISTORY, revision.value());
        source = store.watch(prefix, revision, signal);
    }

    EventRing<T> ring() {
        return ring;
    }

    Indexes<T> indexes() {
        return indexes;
    }

    Observers observers() {
        return observers;
    }

    /** The revision up to which the store's changes have been taken over. */
    long revision() {
        return source.position().value();
    }

    /** The objects as they are now; shared by all who ask before the next change. */
    CacheView<T> view() {
        var current = view;
        if (current == null || current.revision() != revision()) {
            current = indexes.view(prefix, revision());
            view = current;
        }
        return current;
    }

    /** Takes over the store's changes, adding what to call because of them. */
    void drain(List<Runnable> calls) {
        if (closed) {
            throw new IllegalStateException("the cluster is closed; start another one");
        }
        try {
            takeOver(calls);
        } catch (CompactedException overrun) {
            reload(calls);
            takeOver(calls);
        }
    }

    private void takeOver(List<Runnable> calls) {
        List<StoreEvent> events;
        while (!(events = source.poll(BATCH)).isEmpty()) {
            events.forEach(event -> apply(event, calls));
        }
    }

    /** Lets go of the store, adding what to call so that those who wait for a change find out. */
    void close(List<Runnable> calls) {
        closed = true;
        source.close();
        observers.collectAll(calls);
    }

    private void apply(StoreEvent event, List<Runnable> calls) {
        var before = event.previous().map(this::object).orElse(null);
        var last = object(event.stored());
        var after = event instanceof StoreEvent.Delete ? null : last;
        record(event.key(), new CacheEvent<>(event.revision().value(), before, after, last), calls);
    }

    private void record(String key, CacheEvent<T> event, List<Runnable> calls) {
        indexes.replace(key, event.before(), event.after());
        ring.add(event);
        observers.collect(event.last(), event.before(), event.after(), calls);
    }

    /** The store forgot events that this cache has not seen: reads all anew, and tells of the differences. */
    private void reload(List<Runnable> calls) {
        source.close();
        Revision revision = store.revision();
        var page = store.range(RangeQuery.prefix(prefix).at(revision));
        source = store.watch(prefix, revision, signal);
        ring.clear(revision.value());
        var old = indexes.view(prefix, 0).byKey();
        var present = new HashSet<String>(); // looked up only
        for (var stored : page.values()) {
            present.add(stored.key());
            var before = old.get(stored.key());
            var after = object(stored);
            if (before != after) {
                record(stored.key(), new CacheEvent<>(stored.modified().value(), before, after, after), calls);
            }
        }
        for (var at = old.cursor(); at.next(); ) {
            if (!present.contains(at.key())) {
                record(at.key(), new CacheEvent<>(revision.value(), at.value(), null, at.value()), calls);
            }
        }
    }

    @SuppressWarnings("unchecked") // only objects of the kind are stored under its prefix
    private T object(StoredValue stored) {
        return (T) stored.value();
    }
}
