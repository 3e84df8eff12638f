package io.podium.apiserver;

import io.podium.api.meta.ApiObject;
import io.podium.api.store.Commit;
import io.podium.api.store.Expectation;
import org.jspecify.annotations.Nullable;

/**
 * The end of an object: it is gone once it is being deleted, its grace period is over, and nobody holds it with a finalizer.
 *
 * @param <T> the type of the objects
 */
final class Finalization<T extends ApiObject<T>> {
    private final Registry<T> registry;

    Finalization(Registry<T> registry) {
        this.registry = registry;
    }

    /** Whether an object that is about to be stored should be removed instead. */
    boolean isComplete(T object) {
        var metadata = object.metadata();
        var grace = metadata.deletionGracePeriodSeconds();
        return metadata.deletionTimestamp() != null
                && metadata.finalizers().isEmpty()
                && (grace == null || grace == 0)
                && registry.rules().mayBeRemoved(object);
    }

    /** Removes an object; answers its last state, or null if somebody else was faster. */
    @Nullable
    T remove(T last, Expectation expected) {
        var commit = registry.store().delete(registry.storageKey(last.key()), expected, registry.stamp(last));
        return commit instanceof Commit.Done done
                ? registry.stored(done.stored()).object()
                : null;
    }
}
