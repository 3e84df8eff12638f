package io.podium.cache;

import io.podium.api.client.Scope;
import io.podium.api.meta.ApiObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of which changes. Found by namespace, name, and old and new node, so that ten thousand agents that each follow their own
 * node cost nothing for each other's pods. Guarded by the cache's lock.
 */
final class Observers {
    private final List<Observer> ofAll = new ArrayList<>();
    // Only ever looked up by key; never iterated, so hashing cannot reach a write.
    private final Map<String, List<Observer>> byPlace = new HashMap<>();

    void add(Observer observer) {
        placed(observer.scope()).add(observer);
    }

    void remove(Observer observer) {
        var place = place(observer.scope());
        if (place == null) {
            ofAll.remove(observer);
        } else {
            var observers = byPlace.get(place);
            if (observers != null && observers.remove(observer) && observers.isEmpty()) {
                byPlace.remove(place);
            }
        }
    }

    /** Adds what to call because an object changed. */
    void collect(
            ApiObject<?> object, @Nullable ApiObject<?> before, @Nullable ApiObject<?> after, List<Runnable> calls) {
        disarm(ofAll, calls);
        if (byPlace.isEmpty()) {
            return;
        }
        disarm(byPlace.get(placeOf(object.namespace())), calls);
        disarm(byPlace.get(placeOf(object.namespace(), object.name())), calls);
        var oldNode = Indexes.nodeOf(before);
        var newNode = Indexes.nodeOf(after);
        if (!oldNode.isEmpty()) {
            disarm(byPlace.get(placeOfNode(oldNode)), calls);
        }
        if (!newNode.isEmpty() && !newNode.equals(oldNode)) {
            disarm(byPlace.get(placeOfNode(newNode)), calls);
        }
    }

    /** Adds what to call because there will be no more changes. */
    void collectAll(List<Runnable> calls) {
        disarm(ofAll, calls);
        new TreeMap<>(byPlace).values().forEach(observers -> disarm(observers, calls));
    }

    private List<Observer> placed(Scope scope) {
        var place = place(scope);
        return place == null ? ofAll : byPlace.computeIfAbsent(place, key -> new ArrayList<>(1));
    }

    private static @Nullable String place(Scope scope) {
        return switch (scope) {
            case Scope.All all -> null;
            case Scope.InNamespace in -> placeOf(in.namespace());
            case Scope.Named named -> placeOf(named.namespace(), named.name());
            case Scope.OnNode on -> placeOfNode(on.node());
        };
    }

    private static String placeOf(String namespace) {
        return "namespace/" + namespace;
    }

    private static String placeOf(String namespace, String name) {
        return "name/" + namespace + "/" + name;
    }

    private static String placeOfNode(String node) {
        return "node/" + node;
    }

    private static void disarm(@Nullable List<Observer> observers, List<Runnable> calls) {
        if (observers == null) {
            return;
        }
        for (var observer : observers) {
            var call = observer.disarm();
            if (call != null) {
                calls.add(call);
            }
        }
    }
}
