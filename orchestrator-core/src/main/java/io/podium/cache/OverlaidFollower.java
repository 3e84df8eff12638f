package io.podium.cache;

import io.podium.api.client.Change;
import io.podium.api.client.Follower;
import io.podium.api.client.Lister;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.ObjectKey;
import io.podium.api.meta.Selector;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A follower whose lister also shows what its client has written since: never older than what its owner did.
 *
 * @param <T> the type of the objects
 */
public final class OverlaidFollower<T extends ApiObject<T>> implements Follower<T> {
    private final Follower<T> follower;
    private final Overlay<T> overlay;
    private final Lister<T> lister = new OverlaidLister();
    private volatile Runnable closed = () -> {};

    OverlaidFollower(Follower<T> follower, String prefix) {
        this.follower = follower;
        this.overlay = new Overlay<>(prefix);
    }

    /**
     * Takes note of a write of this follower's client.
     *
     * @param key the object
     * @param object its new state, or null if it is gone
     * @param revision the revision of the write
     */
    public void wrote(ObjectKey key, @Nullable T object, long revision) {
        overlay.add(key, object, revision);
    }

    @Override
    public List<Change<T>> advance() {
        var changes = follower.advance();
        overlay.passed(revision());
        return changes;
    }

    @Override
    public List<Change<T>> catchUp() {
        var changes = follower.catchUp();
        overlay.passed(revision());
        return changes;
    }

    private long revision() {
        return switch (follower.lister()) {
            case CacheView<T> view -> view.revision();
            case PartView<T> view -> view.revision();
            default -> throw new IllegalStateException("a lister without a revision");
        };
    }

    @Override
    public Lister<T> lister() {
        return lister;
    }

    @Override
    public void onReady(Runnable ready) {
        follower.onReady(ready);
    }

    /**
     * Calls back when this follower is closed.
     *
     * @param callback what to call
     */
    public void onClose(Runnable callback) {
        closed = callback;
    }

    @Override
    public void close() {
        follower.close();
        closed.run();
    }

    private final class OverlaidLister implements Lister<T> {
        @Override
        public Optional<T> find(ObjectKey key) {
            return overlay.find(key, below().find(key));
        }

        @Override
        public List<T> all() {
            return overlay.over(below().all(), object -> true);
        }

        @Override
        public List<T> in(String namespace) {
            return overlay.over(below().in(namespace), object -> isIn(namespace, object));
        }

        @Override
        public List<T> select(String namespace, Selector labels) {
            return overlay.over(
                    below().select(namespace, labels),
                    object -> isIn(namespace, object)
                            && labels.matches(object.metadata().labels()));
        }

        @Override
        public List<T> controlledBy(ApiObject<?> owner) {
            return overlay.over(below().controlledBy(owner), object -> Owners.controls(owner.uid(), object));
        }

        @Override
        public List<T> ownedBy(String ownerUid) {
            return overlay.over(below().ownedBy(ownerUid), object -> Owners.owns(ownerUid, object));
        }

        @Override
        public List<T> uncontrolled(String namespace) {
            return overlay.over(
                    below().uncontrolled(namespace), object -> isIn(namespace, object) && !Owners.isControlled(object));
        }

        @Override
        public List<T> onNode(String node) {
            return overlay.over(
                    below().onNode(node), object -> Indexes.nodeOf(object).equals(node));
        }

        @Override
        public int size() {
            return all().size();
        }

        private Lister<T> below() {
            return follower.lister();
        }

        private boolean isIn(String namespace, T object) {
            return namespace.isEmpty() || namespace.equals(object.namespace());
        }
    }
}
