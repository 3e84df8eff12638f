package io.podium.api;

import io.podium.api.apps.Deployment;
import io.podium.api.apps.ReplicaSet;
import io.podium.api.batch.Job;
import io.podium.api.client.ListOptions;
import io.podium.api.core.ContainerStatus;
import io.podium.api.core.Event;
import io.podium.api.core.Pod;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Kind;
import io.podium.api.meta.ObjectKey;
import io.podium.api.runtime.LogOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells how an object and all that it owns stand, for whoever has waited in vain: conditions, newest Events, last log lines. Where there is
 * much to tell, pods that are not ready come first.
 */
final class Diagnosis {
    /** What may own pods, or own what does, owners first. */
    private static final List<Kind<?>> OWNED = List.of(Deployment.KIND, Job.KIND, ReplicaSet.KIND, Pod.KIND);

    private static final int MOST_PODS = 5;
    private static final int MOST_EVENTS = 15;
    private static final int LOG_LINES = 10;

    private final Cluster cluster;
    private final List<Owned> objects = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    /** An object, and how far it is below what was asked for. */
    private record Owned(ApiObject<?> object, int depth) {
        boolean isReady() {
            return object instanceof Pod pod
                    && pod.status().conditions().stream()
                            .anyMatch(condition -> condition.type().equals("Ready")
                                    && condition.status().equals("True"));
        }
    }

    private Diagnosis(Cluster cluster) {
        this.cluster = cluster;
    }

    static <T extends ApiObject<T>> String of(Cluster cluster, Kind<T> kind, ObjectKey key) {
        try {
            return new Diagnosis(cluster).tell(kind, key);
        } catch (RuntimeException e) {
            return "  how it stands cannot be said: " + e.getMessage();
        }
    }

    private <T extends ApiObject<T>> String tell(Kind<T> kind, ObjectKey key) {
        var object = cluster.client().find(kind, key);
        if (object.isEmpty()) {
            return "  there is no " + kind.name() + " " + key;
        }
        objects.add(new Owned(object.get(), 0));
        OWNED.forEach(each -> addOwned(each, key.namespace()));
        states(objects.getFirst());
        events(key.namespace());
        pods().forEach(this::logs);
        return text.toString().stripTrailing();
    }

    private <T extends ApiObject<T>> void addOwned(Kind<T> kind, String namespace) {
        for (var object : list(kind, namespace)) {
            for (var reference : object.metadata().ownerReferences()) {
                objects.stream()
                        .filter(owner -> owner.object().uid().equals(reference.uid()))
                        .findFirst()
                        .ifPresent(owner -> objects.add(new Owned(object, owner.depth() + 1)));
            }
        }
    }

    private <T extends ApiObject<T>> List<T> list(Kind<T> kind, String namespace) {
        return cluster.client().list(kind, namespace, ListOptions.ALL).items();
    }

    private void line(int depth, String line) {
        text.append("  ".repeat(depth)).append(line.stripTrailing()).append('\n');
    }

    /** An object and, indented below it, what it owns. */
    private void states(Owned owner) {
        var object = owner.object();
        int depth = 1 + 2 * owner.depth();
        var status = StatusText.of(object);
        line(depth, object.kind().name() + " " + object.key() + ": " + status.getFirst());
        status.stream().skip(1).forEach(more -> line(depth + 1, more));
        var owned = objects.stream()
                .filter(each -> each.object().metadata().ownerReferences().stream()
                        .anyMatch(reference -> reference.uid().equals(object.uid())))
                .sorted(Comparator.comparing(Owned::isReady))
                .toList();
        owned.stream().limit(MOST_PODS).forEach(this::states);
        if (owned.size() > MOST_PODS) {
            line(depth + 2, "and " + (owned.size() - MOST_PODS) + " more");
        }
    }

    private void events(String namespace) {
        var uids = objects.stream().map(each -> each.object().uid()).toList();
        var events = list(Event.KIND, namespace.isEmpty() ? "default" : namespace).stream()
                .filter(event -> uids.contains(event.involvedObject().uid()))
                .sorted(Comparator.comparing((Event event) -> Objects.requireNonNullElse(last(event), Instant.EPOCH))
                        .thenComparingLong(
                                event -> Long.parseLong(event.metadata().resourceVersion())))
                .toList();
        if (events.isEmpty()) {
            return;
        }
        line(1, "Events, newest last:");
        events.stream()
                .skip(Math.max(0, events.size() - MOST_EVENTS))
                .forEach(event -> line(2, event(event) + times(event)));
    }

    private static String event(Event event) {
        var involved = event.involvedObject();
        return event.type() + " " + event.reason() + " " + involved.kind() + "/" + involved.name() + ": "
                + event.message().strip();
    }

    /** When it was seen last, to the second; it may have been written later than others that were seen after it. */
    private static @Nullable Instant last(Event event) {
        return event.lastTimestamp() == null ? event.eventTime() : event.lastTimestamp();
    }

    private String times(Event event) {
        var last = last(event);
        if (last == null) {
            return "";
        }
        long seconds =
                Math.max(0, Duration.between(last, cluster.dispatcher().now()).toSeconds());
        return " (" + (event.count() > 1 ? event.count() + " times, last " : "") + seconds + " s ago)";
    }

    private List<Pod> pods() {
        return objects.stream()
                .sorted(Comparator.comparing(Owned::isReady))
                .map(Owned::object)
                .filter(Pod.class::isInstance)
                .map(Pod.class::cast)
                .limit(MOST_PODS)
                .toList();
    }

    /** What its containers have written, those that have run at all. */
    private void logs(Pod pod) {
        var status = pod.status();
        Stream.of(status.initContainerStatuses(), status.containerStatuses())
                .flatMap(List::stream)
                .filter(container -> container.state().waiting() == null
                        || container.lastState().terminated() != null)
                .forEach(container -> log(pod, container));
    }

    private void log(Pod pod, ContainerStatus container) {
        var name = "log of pod " + pod.name() + ", container " + container.name();
        var newest = read(pod, container, LogOptions.ALL.tail(LOG_LINES));
        if (newest.isEmpty() && container.restartCount() > 0) {
            name += " before it was restarted";
            newest = read(pod, container, LogOptions.ALL.tail(LOG_LINES).ofPrevious());
        }
        if (newest.isEmpty()) {
            line(1, name + ": empty");
            return;
        }
        line(1, name + ":");
        newest.forEach(each -> line(2, each));
    }

    private List<String> read(Pod pod, ContainerStatus container, LogOptions options) {
        try {
            return cluster.pod(pod.key())
                    .logs(container.name(), options)
                    .lines()
                    .toList();
        } catch (RuntimeException e) {
            return List.of("cannot be read: " + e.getMessage());
        }
    }
}
