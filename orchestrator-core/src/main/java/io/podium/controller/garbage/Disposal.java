package io.podium.controller.garbage;

import io.podium.api.client.Client;
import io.podium.api.client.DeleteOptions;
import io.podium.api.client.DeleteOptions.Propagation;
import io.podium.api.client.NotFoundException;
import io.podium.api.client.WriteOptions;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.ObjectMeta;
import io.podium.api.meta.OwnerReference;
import java.util.ArrayList;
import java.util.List;

/** Decides what becomes of an object, by its owners and by the way in which it is being deleted, and does it. */
final class Disposal {
    private static final String ORPHAN = "orphan";
    private static final String FOREGROUND = "foregroundDeletion";

    private final Client client;
    private final Owners owners;

    Disposal(Client client, Owners owners) {
        this.client = client;
        this.owners = owners;
    }

    /** Whether an object that is being deleted waits for us. */
    static boolean holds(ObjectMeta metadata) {
        return metadata.finalizers().contains(ORPHAN) || metadata.finalizers().contains(FOREGROUND);
    }

    /** Does with an object what has to be done; answers the objects to look at next. */
    <T extends ApiObject<T>> List<Item<?>> look(Item<T> item, T object) {
        if (!object.isTerminating()) {
            disposeOf(item, object);
            return List.of();
        }
        if (object.metadata().finalizers().contains(ORPHAN)) {
            // one that has not been seen yet would be deleted when it is, for want of an owner
            owners.committedDependentsOf(object).forEach(dependent -> disown(dependent, List.of(object.uid())));
            release(object, ORPHAN);
        } else if (object.metadata().finalizers().contains(FOREGROUND)) {
            return awaitDependents(object);
        }
        return List.of();
    }

    private <T extends ApiObject<T>> List<Item<?>> awaitDependents(T owner) {
        var waitedFor = new ArrayList<Item<?>>();
        var others = new ArrayList<Item<?>>();
        for (var dependent : owners.dependentsOf(owner.uid())) {
            var object = owners.read(dependent);
            if (object.isEmpty()) {
                continue;
            }
            (blocks(owner.uid(), object.get()) ? waitedFor : others).add(dependent);
        }
        if (waitedFor.isEmpty()) {
            release(owner, FOREGROUND);
        }
        var next = new ArrayList<Item<?>>(waitedFor);
        next.addAll(others);
        return next;
    }

    private static boolean blocks(String uid, ApiObject<?> dependent) {
        return dependent.metadata().ownerReferences().stream()
                .anyMatch(reference ->
                        reference.uid().equals(uid) && Boolean.TRUE.equals(reference.blockOwnerDeletion()));
    }

    /** Deletes an object none of whose owners is left; takes those that are gone from one that has others. */
    private <T extends ApiObject<T>> void disposeOf(Item<T> item, T object) {
        var references = object.metadata().ownerReferences();
        if (references.isEmpty()) {
            return;
        }
        boolean solid = false;
        boolean awaited = false;
        var absent = new ArrayList<String>();
        for (var reference : references) {
            switch (stateOf(item.key().namespace(), reference)) {
                case SOLID -> solid = true;
                case AWAITING -> {
                    awaited = true;
                    absent.add(reference.uid());
                }
                case GONE -> absent.add(reference.uid());
            }
        }
        if (solid) {
            if (!absent.isEmpty()) {
                disown(item, absent);
            }
            return;
        }
        var propagation = propagation(object, awaited);
        boolean isInCircle = awaited && propagation == Propagation.FOREGROUND && ownsWhatAwaits(object);
        delete(item, isInCircle ? unblocked(object) : object, propagation);
    }

    private boolean ownsWhatAwaits(ApiObject<?> object) {
        return owners.dependentsOf(object.uid()).stream()
                .anyMatch(dependent -> owners.read(dependent)
                        .filter(ApiObject::isTerminating)
                        .filter(found -> found.metadata().finalizers().contains(FOREGROUND))
                        .isPresent());
    }

    /** Lets the owners go without this object: they own each other in a circle, and would wait for ever. */
    private <T extends ApiObject<T>> T unblocked(T object) {
        var references = object.metadata().ownerReferences().stream()
                .map(reference -> Boolean.TRUE.equals(reference.blockOwnerDeletion())
                        ? reference.withBlockOwnerDeletion(false)
                        : reference)
                .toList();
        return client.update(
                object.withMetadata(object.metadata().withOwnerReferences(references)), WriteOptions.PLAIN);
    }

    /** Whoever waits for an object waits for what that owns; else it goes in the way that its finalizers ask for. */
    private Propagation propagation(ApiObject<?> object, boolean awaited) {
        if (awaited && !owners.dependentsOf(object.uid()).isEmpty()) {
            return Propagation.FOREGROUND;
        }
        var finalizers = object.metadata().finalizers();
        if (finalizers.contains(ORPHAN)) {
            return Propagation.ORPHAN;
        }
        return finalizers.contains(FOREGROUND) ? Propagation.FOREGROUND : Propagation.BACKGROUND;
    }

    private enum State {
        SOLID,
        AWAITING,
        GONE
    }

    private State stateOf(String namespace, OwnerReference reference) {
        var item = owners.item(namespace, reference);
        if (item == null) {
            return State.SOLID; // of a kind that is not served here: nothing can be said, so nothing is deleted
        }
        var owner = owners.find(item, reference);
        if (owner.isEmpty()) {
            return State.GONE;
        }
        boolean awaiting = owner.get().isTerminating()
                && owner.get().metadata().finalizers().contains(FOREGROUND);
        return awaiting ? State.AWAITING : State.SOLID;
    }

    private <T extends ApiObject<T>> void delete(Item<T> item, T object, Propagation propagation) {
        try {
            client.delete(
                    item.kind(),
                    item.key(),
                    DeleteOptions.PLAIN
                            .with(propagation)
                            .ifUid(object.uid())
                            .ifVersion(object.metadata().resourceVersion()));
        } catch (NotFoundException gone) {
            return; // what was wanted
        }
    }

    private <T extends ApiObject<T>> void disown(Item<T> item, List<String> ownerUids) {
        var found = owners.read(item);
        if (found.isEmpty()) {
            return;
        }
        var object = found.get();
        var left = object.metadata().ownerReferences().stream()
                .filter(reference -> !ownerUids.contains(reference.uid()))
                .toList();
        write(object.withMetadata(object.metadata().withOwnerReferences(left)));
    }

    private <T extends ApiObject<T>> void release(T object, String finalizer) {
        var left = object.metadata().finalizers().stream()
                .filter(each -> !each.equals(finalizer))
                .toList();
        write(object.withMetadata(object.metadata().withFinalizers(left)));
    }

    private <T extends ApiObject<T>> void write(T object) {
        try {
            client.update(object, WriteOptions.PLAIN);
        } catch (NotFoundException gone) {
            return; // it went by itself
        }
    }
}
