package io.podium.controller.garbage;

import io.podium.api.client.ApiException;
import io.podium.api.client.Change;
import io.podium.api.client.Client;
import io.podium.api.client.Follower;
import io.podium.api.client.Scope;
import io.podium.api.core.Event;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.dispatch.Trigger;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Kind;
import io.podium.api.meta.OwnerReference;
import io.podium.controller.kit.Backoff;
import io.podium.controller.kit.WorkQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the objects of all kinds and their owner references. An object is looked at when it comes, changes, or loses an owner, and an owner
 * that waits for its dependents when one of them goes.
 */
public final class GarbageCollector implements AutoCloseable {
    /** Its name: its user agent, and what logs call it. */
    public static final String NAME = "generic-garbage-collector";

    private static final Logger LOG = LoggerFactory.getLogger(GarbageCollector.class);
    private static final int WORKERS = 5;

    private final Client client;
    private final Dispatcher dispatcher;
    private final List<Followed<?>> kinds;
    private final WorkQueue<Item<?>> queue;
    private final Backoff<Item<?>> backoff = new Backoff<>();
    private final Trigger pump;
    private final Owners owners;
    private final Disposal disposal;

    /** One kind that is followed, and whether it has changed since it was looked at. */
    record Followed<T extends ApiObject<T>>(Kind<T> kind, Follower<T> follower, AtomicBoolean ready) {
        /** What has changed; nothing is asked of a kind that is as it was, because most changes are heartbeats. */
        List<Change<T>> advance() {
            return ready.getAndSet(false) ? follower.advance() : List.of();
        }

        List<Item<T>> dependentsOf(String uid) {
            return follower.lister().ownedBy(uid).stream()
                    .map(object -> new Item<>(kind, object.key()))
                    .toList();
        }
    }

    private GarbageCollector(List<Kind<?>> kinds, Client client, Dispatcher dispatcher) {
        this.client = client.as(NAME);
        this.dispatcher = dispatcher.child(NAME);
        this.queue = new WorkQueue<>(this.dispatcher, "collect", WORKERS, this::work);
        this.pump = this.dispatcher.trigger("pump", this::pump);
        this.kinds = kinds.stream()
                .filter(kind -> !kind.equals(Event.KIND))
                .<Followed<?>>map(this::follow)
                .toList();
        this.owners = new Owners(this.client, this.kinds);
        this.disposal = new Disposal(this.client, owners);
    }

    /**
     * Starts collecting.
     *
     * @param kinds the kinds whose objects may own or be owned; Events, which do neither, are left out
     * @param client reaches the API server
     * @param dispatcher gives time and threads
     * @return the collector, at work
     */
    public static GarbageCollector start(List<Kind<?>> kinds, Client client, Dispatcher dispatcher) {
        var collector = new GarbageCollector(kinds, client, dispatcher);
        collector.pump.fire();
        return collector;
    }

    private <T extends ApiObject<T>> Followed<T> follow(Kind<T> kind) {
        var followed = new Followed<>(kind, client.follow(kind, Scope.ALL), new AtomicBoolean(true));
        followed.follower().onReady(() -> {
            followed.ready().set(true);
            pump.fire();
        });
        return followed;
    }

    private void pump() {
        var items = new ArrayList<Item<?>>();
        kinds.forEach(each -> pump(each, items));
        items.forEach(queue::add);
    }

    private <T extends ApiObject<T>> void pump(Followed<T> followed, List<Item<?>> items) {
        for (var change : followed.advance()) {
            var after = change.after();
            if (after == null) {
                gone(change.newest(), items);
                continue;
            }
            if (concernsUs(change.before(), after)) {
                items.add(new Item<>(followed.kind(), after.key()));
            }
            if (change.before() != null) {
                addUnblocked(change.before(), after, items);
            }
        }
    }

    /** The owners that an object no longer keeps from going. */
    private void addUnblocked(ApiObject<?> before, ApiObject<?> after, List<Item<?>> items) {
        var references = after.metadata().ownerReferences();
        if (before.metadata().ownerReferences().equals(references)) {
            return;
        }
        for (var reference : before.metadata().ownerReferences()) {
            boolean stillBlocks =
                    references.stream().anyMatch(each -> each.uid().equals(reference.uid()) && blocks(each));
            var owner = blocks(reference) && !stillBlocks ? owners.item(before.namespace(), reference) : null;
            if (owner != null) {
                items.add(owner);
            }
        }
    }

    private static boolean blocks(OwnerReference reference) {
        return Boolean.TRUE.equals(reference.blockOwnerDeletion());
    }

    /** What an object that went leaves behind: dependents without an owner, owners that waited for it. */
    private void gone(ApiObject<?> object, List<Item<?>> items) {
        kinds.forEach(each -> items.addAll(each.dependentsOf(object.uid())));
        for (var reference : object.metadata().ownerReferences()) {
            var owner = owners.item(object.namespace(), reference);
            if (owner != null) {
                items.add(owner);
            }
        }
    }

    private static <T extends ApiObject<T>> boolean concernsUs(@Nullable T before, T after) {
        var metadata = after.metadata();
        boolean owned = !metadata.ownerReferences().isEmpty();
        boolean held = after.isTerminating() && Disposal.holds(metadata);
        if (before == null) {
            return owned || held;
        }
        boolean sameOwners = before.metadata().ownerReferences().equals(metadata.ownerReferences());
        boolean sameEnd = before.isTerminating() == after.isTerminating()
                && before.metadata().finalizers().equals(metadata.finalizers());
        return owned && !sameOwners || held && !sameEnd || owned && !sameEnd && waits(metadata.ownerReferences());
    }

    private static boolean waits(List<OwnerReference> references) {
        return references.stream().anyMatch(GarbageCollector::blocks);
    }

    private void work(Item<?> item) {
        try {
            look(item);
            backoff.forget(item);
        } catch (ApiException e) {
            var delay = backoff.next(item);
            LOG.debug("Collecting failed, will try again object={} in={} cause={}", item, delay, e.getMessage());
            queue.addAfter(item, delay);
        } catch (RuntimeException e) {
            failed(item, e);
        }
    }

    /** What nobody foresaw concerns one object only, and must not leave it behind for ever. */
    private void failed(Item<?> item, RuntimeException failure) {
        if (!dispatcher.isClosed()) {
            var delay = backoff.next(item);
            LOG.warn("Collecting failed, will try again object={} in={}", item, delay, failure);
            queue.addAfter(item, delay);
        }
    }

    private <T extends ApiObject<T>> void look(Item<T> item) {
        var found = client.find(item.kind(), item.key());
        if (found.isPresent()) {
            disposal.look(item, found.get()).forEach(queue::add);
        }
    }

    @Override
    public void close() {
        kinds.forEach(each -> each.follower().close());
        dispatcher.close();
    }
}
