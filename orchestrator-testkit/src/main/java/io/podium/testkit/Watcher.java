package io.podium.testkit;

import io.podium.api.client.ApiException;
import io.podium.api.client.Client;
import io.podium.api.client.ExpiredException;
import io.podium.api.client.ListOptions;
import io.podium.api.client.Watch;
import io.podium.api.client.WatchEvent;
import io.podium.api.client.WatchOptions;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Kind;
import io.podium.testkit.invariant.WatchOrder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Watches a kind as clients outside do: lists, watches from there, and lists again when the watch has expired.
 *
 * @param <T> the type of the objects
 */
final class Watcher<T extends ApiObject<T>> implements AutoCloseable {
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final Kind<T> kind;
    private final WatchOrder order;
    private final Client client;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Watch<T> watch;
    private WatchOrder.@Nullable Seen seen;
    private volatile boolean closed;

    Watcher(Kind<T> kind, WatchOrder order, Client client) {
        this.kind = kind;
        this.order = order;
        this.client = client;
    }

    void start(Dispatcher dispatcher) {
        dispatcher.every("watch " + kind.plural(), Duration.ZERO, PERIOD, this::turn);
    }

    private void turn() {
        lock.lock();
        try {
            if (!closed) {
                saw(open().next(Duration.ZERO));
            }
            if (closed) {
                end();
            }
        } catch (ExpiredException e) {
            end();
        } catch (ApiException e) {
            return; // tried again in the next turn
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private Watch<T> open() {
        var present = watch;
        if (present == null) {
            var version = client.list(kind, "", ListOptions.ALL).resourceVersion();
            present = client.watch(kind, "", WatchOptions.ALL.from(version));
            watch = present;
            seen = order.from(version);
        }
        return present;
    }

    private void saw(List<WatchEvent<T>> events) {
        if (seen != null) {
            seen.add(events);
        }
    }

    /** Reads what is left: what was written until now must have been seen then. */
    void finish() {
        lock.lock();
        try {
            var present = watch;
            var all = seen;
            if (present != null && all != null) {
                int written = order.count();
                for (var events = present.poll(); !events.isEmpty(); events = present.poll()) {
                    all.add(events);
                }
                all.complete(written);
            }
        } catch (ExpiredException e) {
            end();
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        var present = watch;
        if (present != null) {
            present.close();
            watch = null;
        }
    }

    /** Without the lock: a turn whose call is slow holds it, and in a simulation goes on only if this thread lets it. */
    @Override
    public void close() {
        closed = true;
        end();
    }
}
