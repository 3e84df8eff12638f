package io.podium.cache;

import io.podium.api.client.Change;
import io.podium.api.client.Follower;
import io.podium.api.client.Lister;
import io.podium.api.client.Scope;
import io.podium.api.meta.ApiObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Follows all objects of a kind, or those of a namespace: a position in the cache's events, and the view at that position.
 *
 * @param <T> the type of the objects
 */
final class RingFollower<T extends ApiObject<T>> implements Follower<T> {
    private final KindCache<T> cache;
    private final Observer observer;
    private final String namespace;
    private volatile @Nullable CacheView<T> view;
    private long position;

    RingFollower(KindCache<T> cache, Scope scope) {
        this.cache = cache;
        this.observer = new Observer(scope);
        this.namespace = scope instanceof Scope.InNamespace in ? in.namespace() : "";
        cache.observe(observer);
    }

    @Override
    public List<Change<T>> advance() {
        var old = view;
        return cache.upToDate(state -> {
            observer.arm();
            var ring = state.ring();
            var now = state.view();
            long from = position;
            position = ring.next();
            view = now;
            if (old == null || from < ring.first()) {
                return differences(old, now);
            }
            var changes = new ArrayList<Change<T>>((int) (ring.next() - from));
            ring.forEach(from, ring.next(), event -> {
                if (isInScope(event.last())) {
                    changes.add(new Change<>(event.before(), event.after()));
                }
            });
            return changes;
        });
    }

    @Override
    public Lister<T> lister() {
        var current = view;
        if (current == null) {
            throw new IllegalStateException("a follower of " + cache.kind() + " was read before its first advance");
        }
        return current;
    }

    @Override
    public void onReady(Runnable ready) {
        cache.locked(state -> observer.onReady(ready));
    }

    @Override
    public void close() {
        cache.ignore(observer);
    }

    private boolean isInScope(T object) {
        return namespace.isEmpty() || namespace.equals(object.namespace());
    }

    /** The changes between two views whose events are not all known: what was there and is not, and what is there and was not. */
    private List<Change<T>> differences(@Nullable CacheView<T> old, CacheView<T> now) {
        var changes = new ArrayList<Change<T>>();
        for (T after : namespace.isEmpty() ? now.all() : now.in(namespace)) {
            var before = old == null ? null : old.find(after.key()).orElse(null);
            if (before != after) {
                changes.add(new Change<>(before, after));
            }
        }
        if (old != null) {
            for (T before : namespace.isEmpty() ? old.all() : old.in(namespace)) {
                if (now.find(before.key()).isEmpty()) {
                    changes.add(new Change<>(before, null));
                }
            }
        }
        return changes;
    }
}
