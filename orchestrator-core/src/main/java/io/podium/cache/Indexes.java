package io.podium.cache;

import io.podium.api.core.Pod;
import io.podium.api.meta.ApiObject;
import io.podium.collect.OrderedMap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The present objects of a kind: by key, by the uids of their owners, and pods by node. Objects that nothing controls are filed under
 * their namespace too, for those who look for orphans to adopt; but not Events, which nobody adopts and of which there are most.
 *
 * @param <T> the type of the objects
 */
final class Indexes<T extends ApiObject<T>> {
    private final OrderedMap<String, T> byKey = new OrderedMap<>();
    private final OrderedMap<IndexKey, T> byOwner = new OrderedMap<>();
    private final OrderedMap<IndexKey, T> byNode = new OrderedMap<>();
    private final boolean filesOrphans;

    Indexes(boolean filesOrphans) {
        this.filesOrphans = filesOrphans;
    }

    /** Puts an object in the place of another. */
    void replace(String key, @Nullable T before, @Nullable T after) {
        if (after == null) {
            byKey.remove(key);
        } else {
            byKey.put(key, after);
        }
        refile(
                byOwner,
                key,
                before == null ? List.of() : owners(before),
                after == null ? List.of() : owners(after),
                after);
        refile(byNode, key, node(before), node(after), after);
    }

    @Nullable
    T get(String key) {
        return byKey.get(key);
    }

    CacheView<T> view(String prefix, long revision) {
        return new CacheView<>(prefix, revision, filesOrphans, byKey.snapshot(), byOwner.snapshot(), byNode.snapshot());
    }

    OrderedMap<IndexKey, T> byNode() {
        return byNode;
    }

    /** What objects without a controller are filed under. */
    static String orphansOf(String namespace) {
        return "/" + namespace;
    }

    /** The node of a pod; of other objects, and of pods on none, the empty string. */
    static String nodeOf(@Nullable ApiObject<?> object) {
        return object instanceof Pod pod ? pod.spec().nodeName() : "";
    }

    private static List<String> node(@Nullable ApiObject<?> object) {
        var node = nodeOf(object);
        return node.isEmpty() ? List.of() : List.of(node);
    }

    private List<String> owners(ApiObject<?> object) {
        var references = object.metadata().ownerReferences();
        if (references.isEmpty()) {
            return filesOrphans ? List.of(orphansOf(object.namespace())) : List.of();
        }
        if (references.size() == 1 && Boolean.TRUE.equals(references.getFirst().controller())) {
            return List.of(references.getFirst().uid());
        }
        var values = new ArrayList<String>(references.size() + 1);
        boolean controlled = false;
        for (var reference : references) {
            controlled |= Boolean.TRUE.equals(reference.controller());
            if (!values.contains(reference.uid())) {
                values.add(reference.uid());
            }
        }
        if (!controlled && filesOrphans) {
            values.add(orphansOf(object.namespace()));
        }
        return values;
    }

    private static <T> void refile(
            OrderedMap<IndexKey, T> index, String key, List<String> before, List<String> after, @Nullable T object) {
        for (var value : before) {
            if (!after.contains(value)) {
                index.remove(new IndexKey(value, key));
            }
        }
        if (object != null) {
            for (var value : after) {
                index.put(new IndexKey(value, key), object);
            }
        }
    }
}
