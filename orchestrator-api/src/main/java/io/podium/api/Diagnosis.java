package io.podium.api;

import io.podium.api.apps.ReplicaSet;
import io.podium.api.client.ApiException;
import io.podium.api.client.ListOptions;
import io.podium.api.core.Event;
import io.podium.api.core.Pod;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Kind;
import io.podium.api.meta.ObjectKey;
import io.podium.api.runtime.LogOptions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells how an object and all that it owns stand: conditions, newest Events, last log lines. */
final class Diagnosis {
    private static final int MOST_EVENTS = 15;
    private static final int MOST_PODS = 5;
    private static final int LOG_LINES = 10;

    private final Cluster cluster;

    Diagnosis(Cluster cluster) {
        this.cluster = cluster;
    }

    <T extends ApiObject<T>> String of(Kind<T> kind, ObjectKey key) {
        var object = cluster.client().find(kind, key);
        if (object.isEmpty()) {
            return "  there is no " + kind.name() + " " + key;
        }
        var owned = owned(object.get());
        var uids = new LinkedHashSet<String>();
        owned.forEach(each -> uids.add(each.uid()));
        return Stream.of(conditions(owned), events(key.namespace(), uids), logs(owned))
                .flatMap(List::stream)
                .map(line -> "  " + line)
                .collect(Collectors.joining("\n"));
    }

    /** The object and, below it, replica sets and pods. */
    private List<ApiObject<?>> owned(ApiObject<?> root) {
        var found = new ArrayList<ApiObject<?>>();
        found.add(root);
        for (ApiObject<?> set : list(ReplicaSet.KIND, root.namespace())) {
            addIfOwned(set, found);
        }
        for (ApiObject<?> pod : list(Pod.KIND, root.namespace())) {
            addIfOwned(pod, found);
        }
        return found;
    }

    private static void addIfOwned(ApiObject<?> object, List<ApiObject<?>> owners) {
        for (var reference : object.metadata().ownerReferences()) {
            if (owners.stream().anyMatch(owner -> owner.uid().equals(reference.uid()))) {
                owners.add(object);
                return;
            }
        }
    }

    private <T extends ApiObject<T>> List<T> list(Kind<T> kind, String namespace) {
        return cluster.client().list(kind, namespace, ListOptions.ALL).items();
    }

    private static List<String> conditions(List<ApiObject<?>> objects) {
        return objects.stream()
                .map(object -> object.kind().name() + " " + object.key() + ": " + StatusText.of(object))
                .toList();
    }

    private List<String> events(String namespace, Set<String> uids) {
        var events = list(Event.KIND, namespace.isEmpty() ? "default" : namespace).stream()
                .filter(event -> uids.contains(event.involvedObject().uid()))
                .sorted((a, b) -> Long.compare(version(a), version(b)))
                .toList();
        return events.subList(Math.max(0, events.size() - MOST_EVENTS), events.size()).stream()
                .map(event -> event.type() + " " + event.reason() + " "
                        + event.involvedObject().kind() + "/"
                        + event.involvedObject().name() + ": " + event.message()
                        + (event.count() > 1 ? " (x" + event.count() + ")" : ""))
                .toList();
    }

    private static long version(Event event) {
        return Long.parseLong(event.metadata().resourceVersion());
    }

    private List<String> logs(List<ApiObject<?>> objects) {
        return objects.stream()
                .filter(Pod.class::isInstance)
                .map(Pod.class::cast)
                .filter(pod -> !pod.spec().nodeName().isEmpty())
                .limit(MOST_PODS)
                .flatMap(pod -> pod.spec().containers().stream().flatMap(container -> log(pod, container.name())))
                .toList();
    }

    private Stream<String> log(Pod pod, String container) {
        try {
            return cluster.pod(pod.key())
                    .logs(container, LogOptions.ALL.tail(LOG_LINES))
                    .lines()
                    .map(line -> "log " + pod.name() + "/" + container + ": " + line);
        } catch (ApiException e) {
            return Stream.of("log " + pod.name() + "/" + container + ": none (" + e.getMessage() + ")");
        }
    }
}
