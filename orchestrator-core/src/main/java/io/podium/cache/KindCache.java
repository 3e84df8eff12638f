package io.podium.cache;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.podium.api.client.Follower;
import io.podium.api.client.Lister;
import io.podium.api.client.Scope;
import io.podium.api.core.Event;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Kind;
import io.podium.api.store.Store;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
    private static final Logger LOG = LoggerFactory.getLogger(KindCache.class);

    private final Kind<T> kind;
    private final String prefix;
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicInteger signals = new AtomicInteger();

    @GuardedBy("lock")
    private final CacheState<T> state;

    /**
     * A cache that holds the present objects of a kind.
     *
     * @param store where they are
     * @param kind the kind
     */
    public KindCache(Store store, Kind<T> kind) {
        this.kind = kind;
        this.prefix = StorageKeys.prefix(kind);
        this.state = new CacheState<>(store, prefix, !kind.equals(Event.KIND), this::signalled);
        upToDate(CacheState::revision); // an empty poll arms the source
    }

    /**
     * The kind.
     *
     * @return what it caches
     */
    public Kind<T> kind() {
        return kind;
    }

    /**
     * The present objects.
     *
     * @return a lister that does not move on
     */
    public Lister<T> present() {
        return upToDate(CacheState::view);
    }

    /**
     * Follows objects.
     *
     * @param scope which of them
     * @return a follower before the first state
     */
    public OverlaidFollower<T> follow(Scope scope) {
        Follower<T> follower = switch (scope) {
            case Scope.All all -> new RingFollower<>(this, scope);
            case Scope.InNamespace in -> new RingFollower<>(this, scope);
            case Scope.OnNode on -> new PartFollower<>(this, scope);
            case Scope.Named named -> new PartFollower<>(this, scope);
        };
        return new OverlaidFollower<>(follower, prefix);
    }

    /** Reads the state after all committed changes have been taken over, and then calls the observers concerned by them. */
    <R extends @Nullable Object> R upToDate(Function<CacheState<T>, R> read) {
        var calls = new ArrayList<Runnable>();
        R result;
        lock.lock();
        try {
            state.drain(calls);
            result = read.apply(state);
        } finally {
            lock.unlock();
        }
        calls.forEach(this::call);
        return result;
    }

    /** The callback of one follower must harm neither the writer nor other followers. */
    private void call(Runnable ready) {
        try {
            ready.run();
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            LOG.error("The callback of a follower failed; it must only fire a trigger kind={}", kind, e);
        }
    }

    /** Works on the state as it is. */
    void locked(Consumer<CacheState<T>> work) {
        lock.lock();
        try {
            work.accept(state);
        } finally {
            lock.unlock();
        }
    }

    void observe(Observer observer) {
        locked(now -> now.observers().add(observer));
    }

    void ignore(Observer observer) {
        locked(now -> now.observers().remove(observer));
    }

    @Override
    public void close() {
        var calls = new ArrayList<Runnable>();
        locked(now -> now.close(calls));
        calls.forEach(this::call);
    }

    /** Called by the writer that found the source armed. One thread at a time drains; the others leave it a note, and whoever holds the
     * lock drains anyway. */
    private void signalled() {
        if (lock.isHeldByCurrentThread() || signals.getAndIncrement() != 0) {
            return;
        }
        boolean drained = false;
        try {
            int seen;
            do {
                seen = signals.get();
                upToDate(CacheState::revision);
            } while (signals.addAndGet(-seen) != 0);
            drained = true;
        } finally {
            if (!drained) {
                signals.set(0); // whatever failed here, the next signal has to find somebody who drains
            }
        }
    }
}
