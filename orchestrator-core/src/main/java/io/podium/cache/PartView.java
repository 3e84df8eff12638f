package io.podium.cache;

import io.podium.api.client.Change;
import io.podium.api.client.Lister;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.ObjectKey;
import io.podium.api.meta.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A few objects, in the order of their storage keys.
 *
 * @param revision the state they were read at
 * @param objects the objects
 * @param <T> their type
 */
record PartView<T extends ApiObject<T>>(long revision, List<T> objects) implements Lister<T> {
    PartView {
        objects = List.copyOf(objects);
    }

    List<Change<T>> changesSince(@Nullable PartView<T> old) {
        var changes = new ArrayList<Change<T>>();
        for (var after : objects) {
            var before = old == null ? null : old.find(after.key()).orElse(null);
            if (before != after) {
                changes.add(new Change<>(before, after));
            }
        }
        if (old != null) {
            for (var before : old.objects) {
                if (find(before.key()).isEmpty()) {
                    changes.add(new Change<>(before, null));
                }
            }
        }
        return changes;
    }

    @Override
    public Optional<T> find(ObjectKey key) {
        for (var object : objects) {
            if (object.name().equals(key.name()) && object.namespace().equals(key.namespace())) {
                return Optional.of(object);
            }
        }
        return Optional.empty();
    }

    @Override
    public List<T> all() {
        return objects;
    }

    @Override
    public List<T> in(String namespace) {
        return only(object -> isIn(namespace, object));
    }

    @Override
    public List<T> select(String namespace, Selector labels) {
        return only(object ->
                isIn(namespace, object) && labels.matches(object.metadata().labels()));
    }

    @Override
    public List<T> controlledBy(ApiObject<?> owner) {
        return only(object -> Owners.controls(owner.uid(), object));
    }

    @Override
    public List<T> ownedBy(String ownerUid) {
        return only(object -> Owners.owns(ownerUid, object));
    }

    @Override
    public List<T> uncontrolled(String namespace) {
        return only(object -> isIn(namespace, object) && !Owners.isControlled(object));
    }

    @Override
    public List<T> onNode(String node) {
        return only(object -> Indexes.nodeOf(object).equals(node));
    }

    @Override
    public int size() {
        return objects.size();
    }

    private boolean isIn(String namespace, T object) {
        return namespace.isEmpty() || namespace.equals(object.namespace());
    }

    private List<T> only(Predicate<T> wanted) {
        return objects.stream().filter(wanted).toList();
    }
}
