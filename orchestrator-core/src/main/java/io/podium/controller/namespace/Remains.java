package io.podium.controller.namespace;

import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Kind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is still in a namespace, and what holds it, counted as Kubernetes tells it. */
final class Remains {
    private final Map<String, Integer> resources = new TreeMap<>();
    private final Map<String, Integer> finalizers = new TreeMap<>();

    void add(Kind<?> kind, List<? extends ApiObject<?>> objects) {
        if (!objects.isEmpty()) {
            resources.put(kind.plural() + "." + kind.group(), objects.size());
        }
        for (var object : objects) {
            object.metadata().finalizers().forEach(each -> finalizers.merge(each, 1, Integer::sum));
        }
    }

    boolean isEmpty() {
        return resources.isEmpty();
    }

    /** Whether a finalizer holds any of it. */
    boolean isHeld() {
        return !finalizers.isEmpty();
    }

    String resources() {
        return told(resources, " has ");
    }

    String finalizers() {
        return told(finalizers, " in ");
    }

    private static String told(Map<String, Integer> counts, String verb) {
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + verb + entry.getValue() + " resource instances")
                .collect(Collectors.joining(", "));
    }
}
