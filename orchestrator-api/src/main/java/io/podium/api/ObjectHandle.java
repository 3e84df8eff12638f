package io.podium.api;

import io.podium.api.client.ConflictException;
import io.podium.api.client.DeleteOptions;
import io.podium.api.client.NotFoundException;
import io.podium.api.client.Scope;
import io.podium.api.client.WriteOptions;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Kind;
import io.podium.api.meta.ObjectKey;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One object of a cluster, whether it is there or not.
 *
 * @param <T> its type
 */
public final class ObjectHandle<T extends ApiObject<T>> {
    private static final String MANAGER = "podium";
    private static final int TRIES = 16;
    private static final Duration FOREVER = Duration.ofDays(36_500);

    private final Cluster cluster;
    private final Kind<T> kind;
    private final ObjectKey key;

    /**
     * A handle.
     *
     * @param cluster the cluster
     * @param kind the object's kind
     * @param key its namespace and name
     */
    public ObjectHandle(Cluster cluster, Kind<T> kind, ObjectKey key) {
        this.cluster = cluster;
        this.kind = kind;
        this.key = key;
    }

    /**
     * The object's namespace and name.
     *
     * @return its key
     */
    public ObjectKey key() {
        return key;
    }

    /**
     * Reads the object.
     *
     * @return its state as last committed
     * @throws NotFoundException if it is not there
     */
    public T get() {
        return cluster.client().get(kind, key);
    }

    /**
     * Reads the object if it is there.
     *
     * @return its state as last committed, or empty
     */
    public Optional<T> find() {
        return cluster.client().find(kind, key);
    }

    /**
     * Changes the object, again on its newest state if somebody else changes it meanwhile.
     *
     * @param change makes the new state of the present one
     * @return the object as stored
     * @throws NotFoundException if it is not there
     */
    public T edit(UnaryOperator<T> change) {
        for (int attempt = 1; ; attempt++) {
            try {
                return cluster.client().update(changed(change), WriteOptions.by(MANAGER));
            } catch (ConflictException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    private T changed(UnaryOperator<T> change) {
        return Objects.requireNonNull(
                change.apply(get()), () -> "the change of " + kind.name() + " " + key + " returned null");
    }

    /** Deletes the object, and in the background what it owns. Does nothing if it is not there. */
    public void delete() {
        try {
            cluster.client().delete(kind, key, DeleteOptions.PLAIN.with(DeleteOptions.Propagation.BACKGROUND));
        } catch (NotFoundException gone) {
            return; // what was wanted
        }
    }

    /**
     * Waits until something holds.
     *
     * @param condition what to wait for
     * @param atMost how long to wait; zero only looks
     * @return the object as it is then; empty if the condition is that it is gone
     * @throws IllegalArgumentException if {@code atMost} is negative
     * @throws IllegalStateException if the cluster is closed, or is closed meanwhile
     * @throws AwaitException if it does not hold in time; the message says conditions, newest Events and last log lines of all it owns
     */
    public Optional<T> await(Condition<? super T> condition, Duration atMost) {
        Objects.requireNonNull(condition, "condition");
        if (atMost.isNegative()) {
            throw new IllegalArgumentException("atMost must not be negative, was " + atMost);
        }
        long deadline = cluster.dispatcher().nanos() + (atMost.compareTo(FOREVER) < 0 ? atMost : FOREVER).toNanos();
        var changed = cluster.dispatcher().signal(kind.name() + " " + key + " " + condition.description());
        try (var follower = cluster.client().follow(kind, new Scope.Named(key.namespace(), key.name()))) {
            var fresh = new Freshness();
            follower.onReady(() -> {
                fresh.stale = true;
                changed.pulse();
            });
            while (true) {
                fresh.stale = false;
                follower.advance();
                var object = follower.lister().find(key);
                if (object.map(condition.holds()::test).orElse(condition.absence())) {
                    return object;
                }
                var left = Duration.ofNanos(deadline - cluster.dispatcher().nanos());
                if (left.isNegative() || !changed.await(() -> fresh.stale, left)) {
                    throw AwaitException.of(cluster, kind, key, condition.description(), atMost);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AwaitException.interrupted(kind, key, condition.description());
        }
    }

    /** Whether the follower may have something new. */
    private static final class Freshness {
        private volatile boolean stale;
    }
}
