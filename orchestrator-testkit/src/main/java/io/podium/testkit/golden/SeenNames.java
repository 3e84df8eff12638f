package io.podium.testkit.golden;

import io.podium.api.apps.ReplicaSet;
import io.podium.api.client.Client;
import io.podium.api.client.Watch;
import io.podium.api.client.WatchEvent;
import io.podium.api.client.WatchOptions;
import io.podium.api.core.Pod;
import io.podium.api.meta.ApiObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The names of a scenario that were drawn or computed: hashes of templates in the order in which they appeared, and random endings, which
 * do not tell one from another.
 */
final class SeenNames {
    private final Watch<ReplicaSet> sets;
    private final Watch<Pod> pods;
    private final Map<String, String> replacements = new LinkedHashMap<>();
    private int hashes;

    private SeenNames(Watch<ReplicaSet> sets, Watch<Pod> pods) {
        this.sets = sets;
        this.pods = pods;
    }

    static SeenNames of(Client client, String namespace) {
        return new SeenNames(
                client.watch(ReplicaSet.KIND, namespace, WatchOptions.ALL),
                client.watch(Pod.KIND, namespace, WatchOptions.ALL));
    }

    /** A recorded text in which neither random endings nor nodes tell one from another. */
    static String generalized(String recorded) {
        return recorded.replaceAll("<rand-\\d+>", "<rand>").replaceAll("\\bnode-\\d\\b", "<node>");
    }

    /** A text of ours, with placeholders for the names seen so far. */
    String replaced(String text) {
        for (var pod : added(pods)) {
            if (!pod.metadata().generateName().isEmpty()) {
                replacements.put(pod.name(), pod.metadata().generateName() + "<rand>");
            }
        }
        for (var set : added(sets)) {
            var hash = set.metadata().labels().get("pod-template-hash");
            if (hash != null && !replacements.containsKey(hash)) {
                replacements.put(hash, "<hash-" + ++hashes + ">");
            }
        }
        var result = text.replaceAll("\\bnode-\\d\\b", "<node>");
        for (var replacement : replacements.entrySet()) {
            result = result.replace(replacement.getKey(), replacement.getValue());
        }
        for (var replacement : replacements.entrySet()) { // a pod's name ends in one, and holds another
            result = result.replace(replacement.getKey(), replacement.getValue());
        }
        return result;
    }

    private static <T extends ApiObject<T>> List<T> added(Watch<T> watch) {
        var objects = new ArrayList<T>();
        for (var events = watch.poll(); !events.isEmpty(); events = watch.poll()) {
            events.stream()
                    .filter(event -> event.type() == WatchEvent.Type.ADDED)
                    .forEach(event -> objects.add(event.object()));
        }
        return objects;
    }
}
