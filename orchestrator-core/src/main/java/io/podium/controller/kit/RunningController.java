package io.podium.controller.kit;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.podium.api.client.ApiException;
import io.podium.api.client.Change;
import io.podium.api.client.Client;
import io.podium.api.client.ConflictException;
import io.podium.api.client.Follower;
import io.podium.api.client.Lister;
import io.podium.api.client.Scope;
import io.podium.api.client.UnknownOutcomeException;
import io.podium.api.controller.ControllerContext;
import io.podium.api.controller.ControllerSpec;
import io.podium.api.controller.EventRecorder;
import io.podium.api.controller.Reconciler;
import io.podium.api.controller.Result;
import io.podium.api.controller.TerminalException;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.dispatch.Trigger;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Kind;
import io.podium.api.meta.ObjectKey;
import io.podium.events.ClientEventRecorder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A controller at work. It follows its kinds with one pump, which runs when something has changed, and reconciles with as many tasks
 * as it has workers.
 *
 * <p>A key whose last write had an unknown outcome is not reconciled, whatever changes, until the pump has read what has been committed: so a
 * reconciler never creates a second time what it created before.
 */
public final class RunningController implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunningController.class);

    private final ControllerSpec spec;
    private final Dispatcher dispatcher;
    private final Client client;
    private final EventRecorder events;
    private final Map<Kind<?>, Follower<?>> followers = new LinkedHashMap<>();
    private final List<Pumped<?>> pumped = new ArrayList<>();
    private final Backoff<ObjectKey> backoff = new Backoff<>();
    private final WorkQueue<ObjectKey> queue;
    private final Trigger pump;
    private final Reconciler reconciler;
    private final ReentrantLock lock = new ReentrantLock();

    /** The keys whose last write had an unknown outcome; only looked up. */
    @GuardedBy("lock")
    private final Set<ObjectKey> uncertain = new HashSet<>();

    /** Those of them that have waited long enough. */
    @GuardedBy("lock")
    private List<ObjectKey> settling = new ArrayList<>();

    /** One kind that is followed, and what its changes mean. */
    private record Pumped<T extends ApiObject<T>>(ControllerSpec.Source<T> source, Follower<T> follower) {
        /** Moves on; what is answered enqueues the keys concerned, once all kinds have moved on and can be read. */
        Runnable advance(ControllerContext context, boolean toTheEnd) {
            List<Change<T>> changes = toTheEnd ? follower.catchUp() : follower.advance();
            return () -> changes.forEach(change -> enqueue(change, context));
        }

        private void enqueue(Change<T> change, ControllerContext context) {
            try {
                source.keys().apply(context, change).forEach(context::enqueue);
            } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
                LOG.error(
                        "Which keys a change concerns could not be told; it is left out kind={} object={}",
                        source.kind(),
                        change.newest().key(),
                        e);
            }
        }
    }

    private RunningController(ControllerSpec spec, Client client, Dispatcher dispatcher) {
        this.spec = spec;
        this.dispatcher = dispatcher.child(spec.name());
        this.client = client.as(spec.name());
        this.events = new ClientEventRecorder(this.client, this.dispatcher);
        this.queue = new WorkQueue<>(this.dispatcher, "reconcile", spec.workers(), this::work);
        this.pump = this.dispatcher.trigger("pump", this::pump);
        try {
            spec.sources().forEach(this::follow);
            this.reconciler = spec.reconciler(new Context());
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /**
     * Starts a controller.
     *
     * @param spec what it is made of
     * @param client reaches the API server
     * @param dispatcher gives time, randomness and threads
     * @return the controller, at work
     */
    public static RunningController start(ControllerSpec spec, Client client, Dispatcher dispatcher) {
        var controller = new RunningController(spec, client, dispatcher);
        controller.followers.values().forEach(follower -> follower.onReady(controller.pump::fire));
        controller.pump.fire();
        return controller;
    }

    private <T extends ApiObject<T>> void follow(ControllerSpec.Source<T> source) {
        Follower<T> follower = client.follow(source.kind(), Scope.ALL);
        followers.put(source.kind(), follower);
        pumped.add(new Pumped<>(source, follower));
    }

    private void pump() {
        var settled = takeSettling();
        var context = new Context();
        var news = pumped.stream()
                .map(each -> each.advance(context, !settled.isEmpty()))
                .toList();
        news.forEach(Runnable::run);
        settled.forEach(this::settled);
    }

    private List<ObjectKey> takeSettling() {
        lock.lock();
        try {
            var taken = settling;
            settling = new ArrayList<>();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private void settled(ObjectKey key) {
        lock.lock();
        try {
            uncertain.remove(key);
        } finally {
            lock.unlock();
        }
        queue.add(key);
    }

    private boolean isUncertain(ObjectKey key) {
        lock.lock();
        try {
            return uncertain.contains(key);
        } finally {
            lock.unlock();
        }
    }

    private void work(ObjectKey key) {
        if (isUncertain(key)) {
            return; // it comes again once it is settled
        }
        try {
            var result = Objects.requireNonNull(
                    reconciler.reconcile(key), "a reconciler returned null instead of Result.done()");
            backoff.forget(key);
            if (result instanceof Result.RequeueAfter later) {
                queue.addAfter(key, later.delay());
            }
        } catch (TerminalException e) {
            backoff.forget(key);
            LOG.warn("Reconciling failed for good controller={} key={} cause={}", spec.name(), key, e.getMessage());
        } catch (ConflictException e) {
            LOG.debug("Reconciling met a conflict controller={} key={}", spec.name(), key);
            queue.addAfter(key, backoff.next(key));
        } catch (UnknownOutcomeException e) {
            LOG.debug("A write has an unknown outcome controller={} key={}", spec.name(), key);
            doubt(key);
        } catch (ApiException e) {
            var delay = backoff.next(key);
            LOG.info(
                    "A request of a reconciler was refused, will try again controller={} key={} in={} cause={}",
                    spec.name(),
                    key,
                    delay,
                    e.getMessage());
            queue.addAfter(key, delay);
        } catch (Exception | LinkageError | VirtualMachineError | AssertionError e) {
            failed(key, e);
        }
    }

    /** Whatever a reconciler throws, an interruption of its own included, concerns one key only. */
    private void failed(ObjectKey key, Throwable failure) {
        if (dispatcher.isClosed()) {
            return; // the expected end of what was interrupted
        }
        var delay = backoff.next(key);
        LOG.warn("Reconciling failed, will try again controller={} key={} in={}", spec.name(), key, delay, failure);
        queue.addAfter(key, delay);
    }

    /** Leaves a key alone until what has been committed is known. */
    private void doubt(ObjectKey key) {
        lock.lock();
        try {
            uncertain.add(key);
        } finally {
            lock.unlock();
        }
        dispatcher.schedule("settle " + key, backoff.next(key), () -> settle(key));
    }

    private void settle(ObjectKey key) {
        lock.lock();
        try {
            settling.add(key);
        } finally {
            lock.unlock();
        }
        pump.fire();
    }

    @Override
    public void close() {
        followers.values().forEach(Follower::close);
        dispatcher.close();
    }

    private final class Context implements ControllerContext {
        @Override
        public Client client() {
            return client;
        }

        @Override
        @SuppressWarnings("unchecked") // filed under the kind of T
        public <T extends ApiObject<T>> Lister<T> lister(Kind<T> kind) {
            var follower = followers.get(kind);
            if (follower == null) {
                throw new IllegalArgumentException(
                        spec.name() + " has no lister for " + kind + "; name the kind with watches() or reads()");
            }
            return ((Follower<T>) follower).lister();
        }

        @Override
        public Dispatcher dispatcher() {
            return dispatcher;
        }

        @Override
        public EventRecorder events() {
            return events;
        }

        @Override
        public void enqueue(ObjectKey key) {
            queue.add(key);
        }
    }
}
