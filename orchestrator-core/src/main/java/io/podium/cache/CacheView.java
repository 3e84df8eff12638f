package io.podium.cache;

import io.podium.api.client.Lister;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.ObjectKey;
import io.podium.api.meta.Selector;
import io.podium.collect.OrderedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The objects of a kind at one revision.
 *
 * @param prefix what their storage keys begin with
 * @param revision the revision
 * @param filesOrphans whether objects without a controller are in {@code byOwner}
 * @param byKey the objects by storage key
 * @param byOwner the objects by the uids of their owners
 * @param byNode pods by their node
 * @param <T> the type of the objects
 */
record CacheView<T extends ApiObject<T>>(
        String prefix,
        long revision,
        boolean filesOrphans,
        OrderedMap.Snapshot<String, T> byKey,
        OrderedMap.Snapshot<IndexKey, T> byOwner,
        OrderedMap.Snapshot<IndexKey, T> byNode)
        implements Lister<T> {

    @Override
    public Optional<T> find(ObjectKey key) {
        return Optional.ofNullable(byKey.get(storageKey(key)));
    }

    @Override
    public List<T> all() {
        return under(prefix, object -> true);
    }

    @Override
    public List<T> in(String namespace) {
        return under(prefix(namespace), object -> true);
    }

    @Override
    public List<T> select(String namespace, Selector labels) {
        return under(
                prefix(namespace), object -> labels.matches(object.metadata().labels()));
    }

    @Override
    public List<T> controlledBy(ApiObject<?> owner) {
        var uid = owner.uid();
        return filed(byOwner, uid, object -> Owners.controls(uid, object));
    }

    @Override
    public List<T> ownedBy(String ownerUid) {
        return filed(byOwner, ownerUid, object -> true);
    }

    @Override
    public List<T> uncontrolled(String namespace) {
        return filesOrphans
                ? filed(byOwner, Indexes.orphansOf(namespace), object -> true)
                : under(prefix(namespace), object -> !Owners.isControlled(object));
    }

    @Override
    public List<T> onNode(String node) {
        return filed(byNode, node, object -> true);
    }

    @Override
    public int size() {
        return byKey.size();
    }

    String storageKey(ObjectKey key) {
        return key.namespace().isEmpty() ? prefix + key.name() : prefix + key.namespace() + "/" + key.name();
    }

    private String prefix(String namespace) {
        return namespace.isEmpty() ? prefix : prefix + namespace + "/";
    }

    private List<T> under(String start, Predicate<T> wanted) {
        var found = new ArrayList<T>();
        for (var at = byKey.cursor(start); at.next() && at.key().startsWith(start); ) {
            if (wanted.test(at.value())) {
                found.add(at.value());
            }
        }
        return found;
    }

    private static <T> List<T> filed(OrderedMap.Snapshot<IndexKey, T> index, String value, Predicate<T> wanted) {
        var found = new ArrayList<T>();
        for (var at = index.cursor(new IndexKey(value, ""));
                at.next() && at.key().value().equals(value); ) {
            if (wanted.test(at.value())) {
                found.add(at.value());
            }
        }
        return found;
    }
}
