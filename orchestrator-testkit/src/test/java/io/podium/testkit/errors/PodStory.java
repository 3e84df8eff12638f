package io.podium.testkit.errors;

import io.podium.api.Cluster;
import io.podium.api.Condition;
import io.podium.api.client.ListOptions;
import io.podium.api.client.WatchOptions;
import io.podium.api.core.ContainerBuilder;
import io.podium.api.core.ContainerStatus;
import io.podium.api.core.Event;
import io.podium.api.core.Pod;
import io.podium.api.core.PodBuilder;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A pod of one container {@code app}, and what its user is told of it. */
record PodStory(Cluster cluster, Pod pod) {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Begins with a shell that sleeps on this machine, of which a test says otherwise. */
    static PodStory begin(
            Cluster cluster, String name, Consumer<ContainerBuilder> container, Consumer<PodBuilder> pod) {
        var builder = Pod.named(name).namespace("default").container("app", c -> {
            c.image("host").command("/bin/sh", "-c", "sleep 1000");
            container.accept(c);
        });
        pod.accept(builder);
        return new PodStory(cluster, cluster.apply(builder.build()));
    }

    static PodStory begin(Cluster cluster, String name, Consumer<ContainerBuilder> container) {
        return begin(cluster, name, container, pod -> {});
    }

    /** How Kubernetes names it in messages. */
    String fullName() {
        return pod.name() + "_default(" + pod.uid() + ")";
    }

    Pod now() {
        return cluster.pod(pod.key()).get();
    }

    ContainerStatus app() {
        return now().status().containerStatuses().getFirst();
    }

    /** Waits until the container waits for a reason; returns the message beside it. */
    String awaitWaiting(String reason) {
        var found = await(
                "to wait with " + reason,
                app -> app.state().waiting() != null
                        && app.state().waiting().reason().equals(reason));
        return found.state().waiting().message();
    }

    ContainerStatus await(String what, Predicate<ContainerStatus> holds) {
        return cluster.object(Pod.KIND, pod.key())
                .await(
                        Condition.of(
                                what,
                                (Pod now) -> now.status().containerStatuses().stream()
                                        .anyMatch(holds)),
                        PATIENCE)
                .orElseThrow()
                .status()
                .containerStatuses()
                .getFirst();
    }

    /** All Events so far, as {@code type reason message}. */
    List<String> events() {
        return cluster.client().list(Event.KIND, "default", ListOptions.ALL).items().stream()
                .filter(this::isMine)
                .map(PodStory::text)
                .toList();
    }

    /** Waits for an Event. */
    void awaitEvent(String wanted) throws InterruptedException {
        try (var watch = cluster.client().watch(Event.KIND, "default", WatchOptions.ALL)) {
            for (var news = watch.next(PATIENCE); !news.isEmpty(); news = watch.next(PATIENCE)) {
                if (news.stream()
                        .anyMatch(each ->
                                isMine(each.object()) && text(each.object()).equals(wanted))) {
                    return;
                }
            }
        }
        throw new AssertionError("no Event \"" + wanted + "\", only\n" + String.join("\n", events()));
    }

    private boolean isMine(Event event) {
        return event.involvedObject().uid().equals(pod.uid());
    }

    private static String text(Event event) {
        return event.type() + " " + event.reason() + " " + event.message();
    }
}
