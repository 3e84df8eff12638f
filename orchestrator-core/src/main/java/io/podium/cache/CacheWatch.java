package io.podium.cache;

import io.podium.api.client.ApiException;
import io.podium.api.client.Scope;
import io.podium.api.client.Watch;
import io.podium.api.client.WatchEvent;
import io.podium.api.client.WatchEvent.Type;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.dispatch.Signal;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.ObjectMetaBuilder;
import io.podium.api.meta.StatusBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A watch on a cache: a position in its events, seen through a filter. An object that comes to pass the filter is added to the watcher's
 * view, one that no longer does is deleted from it.
 *
 * @param <T> the type of the objects
 */
public final class CacheWatch<T extends ApiObject<T>> implements Watch<T> {
    private static final int BATCH = 512;

    private final KindCache<T> cache;
    private final Observer observer;
    private final Predicate<T> filter;
    private final Signal signal;
    private final List<WatchEvent<T>> initial = new ArrayList<>();
    private long position;
    private long begin; // a revision that may still be to come
    private volatile boolean ready;
    private volatile boolean closed;

    /** The annotation of the bookmark that ends the initial events. */
    private static final String INITIAL_EVENTS_END = "k8s.io/initial-events-end";

    /**
     * Opens a watch.
     *
     * @param cache the cache
     * @param scope where the objects are
     * @param filter which of them are watched
     * @param after the revision after which to begin, even if it is still to come; null to begin with the present objects as added
     * @param dispatcher lets the watcher wait
     * @param <T> the type of the objects
     * @return an open watch
     * @throws io.podium.api.client.ExpiredException if the cache does not remember that far back
     */
    public static <T extends ApiObject<T>> CacheWatch<T> open(
            KindCache<T> cache, Scope scope, Predicate<T> filter, @Nullable Long after, Dispatcher dispatcher) {
        var watch = new CacheWatch<>(cache, scope, filter, dispatcher);
        try {
            watch.start(after);
        } catch (ApiException expired) {
            watch.close();
            throw expired;
        }
        return watch;
    }

    private CacheWatch(KindCache<T> cache, Scope scope, Predicate<T> filter, Dispatcher dispatcher) {
        this.cache = cache;
        this.filter = filter;
        this.observer = new Observer(scope);
        this.signal = dispatcher.signal("watch " + cache.kind().plural());
        observer.onReady(this::wake);
        cache.observe(observer);
    }

    private void start(@Nullable Long after) {
        var view = cache.upToDate(state -> {
            if (after == null) {
                position = state.ring().next();
                return state.view();
            }
            if (after < state.ring().forgotten()) {
                throw expired(after);
            }
            position = state.ring().after(after);
            begin = after;
            return null;
        });
        if (view != null) {
            view.all().stream().filter(filter).forEach(object -> initial.add(new WatchEvent<>(Type.ADDED, object)));
        }
    }

    /**
     * The revision up to which this watch has shown everything, once {@link #poll} has answered with nothing.
     *
     * @return a revision from which to resume
     */
    public long revision() {
        return cache.upToDate(state -> position == state.ring().next()
                ? state.revision()
                : state.ring().at(position).revision() - 1);
    }

    /** Puts a bookmark after the objects that are present when the watch begins. */
    public void bookmarkInitialEvents() {
        var metadata = new ObjectMetaBuilder()
                .resourceVersion(Long.toString(revision()))
                .annotation(INITIAL_EVENTS_END, "true")
                .build();
        initial.add(
                new WatchEvent<>(Type.BOOKMARK, cache.kind().schema().empty().withMetadata(metadata)));
    }

    @Override
    public List<WatchEvent<T>> poll() {
        if (closed) {
            return List.of();
        }
        if (!initial.isEmpty()) {
            var first = List.copyOf(initial);
            initial.clear();
            return first;
        }
        return cache.upToDate(state -> {
            ready = false;
            var ring = state.ring();
            if (position < ring.first()) {
                throw expired(0);
            }
            var events = new ArrayList<WatchEvent<T>>();
            while (position < ring.next() && events.size() < BATCH) {
                var at = ring.at(position++);
                var event = at.revision() > begin ? seen(at) : null;
                if (event != null) {
                    events.add(event);
                }
            }
            if (position == ring.next()) {
                observer.arm();
            }
            return events;
        });
    }

    @Override
    public List<WatchEvent<T>> next(Duration atMost) throws InterruptedException {
        var events = poll();
        if (events.isEmpty() && signal.await(() -> ready || closed, atMost)) {
            events = poll();
        }
        return events;
    }

    /**
     * Calls back when there may be something to {@link #poll}, on the thread of the writer.
     *
     * @param callback must return at once
     */
    public void onReady(Runnable callback) {
        cache.locked(state -> observer.onReady(() -> {
            wake();
            callback.run();
        }));
    }

    @Override
    public void close() {
        closed = true;
        cache.ignore(observer);
        signal.pulse();
    }

    private void wake() {
        ready = true;
        signal.pulse();
    }

    private @Nullable WatchEvent<T> seen(CacheEvent<T> event) {
        T before = event.before();
        T after = event.after();
        boolean was = before != null && filter.test(before);
        boolean is = after != null && filter.test(after);
        if (is && after != null) {
            return new WatchEvent<>(was ? Type.MODIFIED : Type.ADDED, after);
        }
        if (was && before != null) {
            var last = after == null
                    ? event.last()
                    : before.withMetadata(before.metadata()
                            .withResourceVersion(after.metadata().resourceVersion()));
            return new WatchEvent<>(Type.DELETED, last);
        }
        return null;
    }

    private ApiException expired(long revision) {
        var position = revision == 0 ? "this position" : "resource version " + revision;
        return ApiException.of(new StatusBuilder()
                .status("Failure")
                .reason("Expired")
                .code(410)
                .message("too old resource version: the history of "
                        + cache.kind().plural() + " does not reach back to " + position + "; list again")
                .build());
    }
}
