package io.podium.cache;

import io.podium.api.client.Change;
import io.podium.api.client.Follower;
import io.podium.api.client.Lister;
import io.podium.api.client.Scope;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Follows the few objects of one place: the pods of a node, or one object. It compares what is there with what was there, and pins no
 * view of all objects: thousands of agents each have one.
 *
 * @param <T> the type of the objects
 */
final class PartFollower<T extends ApiObject<T>> implements Follower<T> {
    private final KindCache<T> cache;
    private final Observer observer;
    private volatile @Nullable PartView<T> view;

    PartFollower(KindCache<T> cache, Scope scope) {
        this.cache = cache;
        this.observer = new Observer(scope);
        cache.observe(observer);
    }

    @Override
    public List<Change<T>> advance() {
        var old = view;
        PartView<T> now = cache.upToDate(state -> {
            observer.arm();
            return new PartView<>(state.revision(), present(state.indexes()));
        });
        view = now;
        return now.changesSince(old);
    }

    private List<T> present(Indexes<T> indexes) {
        return switch (observer.scope()) {
            case Scope.OnNode on -> onNode(indexes, on.node());
            case Scope.Named named -> {
                var key = StorageKeys.of(cache.kind(), ObjectKey.of(named.namespace(), named.name()));
                T object = indexes.get(key);
                yield object == null ? List.of() : List.of(object);
            }
            case Scope.All all -> throw new IllegalStateException("not a part: " + all);
            case Scope.InNamespace in -> throw new IllegalStateException("not a part: " + in);
        };
    }

    private static <T extends ApiObject<T>> List<T> onNode(Indexes<T> indexes, String node) {
        var pods = new ArrayList<T>();
        for (var at = indexes.byNode().cursor(new IndexKey(node, ""));
                at.next() && at.key().value().equals(node); ) {
            pods.add(at.value());
        }
        return pods;
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
}
