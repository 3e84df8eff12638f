package io.podium.controller.kit;

import io.podium.api.client.Client;
import io.podium.api.client.Lister;
import io.podium.api.client.NotFoundException;
import io.podium.api.client.WriteOptions;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.OwnerReference;
import io.podium.api.meta.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds the objects that an owner controls, and makes it so: adopts those that nobody controls and its selector selects, and lets go
 * those that it no longer selects.
 *
 * @param <T> the type of the owned objects
 */
public final class Ownership<T extends ApiObject<T>> {
    private final Client client;
    private final Lister<T> objects;

    /**
     * An owner's view.
     *
     * @param client writes owner references
     * @param objects the objects that may be owned
     */
    public Ownership(Client client, Lister<T> objects) {
        this.client = client;
        this.objects = objects;
    }

    /**
     * The reference of a controlling owner.
     *
     * @param owner the owner
     * @return a reference that says that it controls, and that its deletion in the foreground waits
     */
    public static OwnerReference reference(ApiObject<?> owner) {
        return OwnerReference.ofController(owner);
    }

    /**
     * The objects that an owner controls from now on.
     *
     * @param owner the owner
     * @param selector selects what it should control
     * @return them, in the order of their names
     */
    public List<T> claim(ApiObject<?> owner, Selector selector) {
        return claim(owner, selector, object -> true);
    }

    /**
     * The objects that an owner controls from now on, of those that concern it: others it neither adopts nor lets go.
     *
     * @param owner the owner
     * @param selector selects what it should control
     * @param concerns which objects concern it at all
     * @return them, in the order of their names
     */
    public List<T> claim(ApiObject<?> owner, Selector selector, Predicate<T> concerns) {
        var claimed = new ArrayList<T>();
        for (var object : objects.controlledBy(owner)) {
            if (!concerns.test(object)) {
                continue;
            }
            if (selector.matches(object.metadata().labels())) {
                claimed.add(object);
            } else if (!owner.isTerminating()) {
                release(owner, object);
            }
        }
        if (!owner.isTerminating()) {
            adoptAll(owner, selector, concerns, claimed);
        }
        return claimed;
    }

    private void adoptAll(ApiObject<?> owner, Selector selector, Predicate<T> concerns, List<T> claimed) {
        var orphans = objects.uncontrolled(owner.namespace()).stream()
                .filter(object -> !object.isTerminating()
                        && concerns.test(object)
                        && selector.matches(object.metadata().labels()))
                .toList();
        if (!orphans.isEmpty() && isStillThere(owner)) {
            orphans.forEach(object -> adopt(owner, object, claimed));
        }
    }

    /** Whether an owner still is what a lister said, which may be late: one that is going may just have let its objects go, for good. */
    private boolean isStillThere(ApiObject<?> owner) {
        return client.find(owner.kind(), owner.key())
                .filter(now -> now.uid().equals(owner.uid()) && !now.isTerminating())
                .isPresent();
    }

    private void adopt(ApiObject<?> owner, T object, List<T> claimed) {
        var owners = new ArrayList<>(object.metadata().ownerReferences());
        owners.add(reference(owner));
        try {
            claimed.add(client.update(
                    object.withMetadata(object.metadata().withOwnerReferences(owners)), WriteOptions.PLAIN));
        } catch (NotFoundException gone) {
            return; // nothing left to adopt
        }
    }

    private void release(ApiObject<?> owner, T object) {
        var owners = object.metadata().ownerReferences().stream()
                .filter(reference -> !reference.uid().equals(owner.uid()))
                .toList();
        try {
            client.update(object.withMetadata(object.metadata().withOwnerReferences(owners)), WriteOptions.PLAIN);
        } catch (NotFoundException gone) {
            return; // nothing left to release
        }
    }
}
