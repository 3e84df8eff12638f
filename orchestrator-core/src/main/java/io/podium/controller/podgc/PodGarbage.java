package io.podium.controller.podgc;

import io.podium.api.client.ApiException;
import io.podium.api.client.Client;
import io.podium.api.client.DeleteOptions;
import io.podium.api.client.Follower;
import io.podium.api.client.NotFoundException;
import io.podium.api.client.Scope;
import io.podium.api.client.WriteOptions;
import io.podium.api.core.Node;
import io.podium.api.core.Pod;
import io.podium.api.core.PodConditionBuilder;
import io.podium.api.core.PodStatus;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.meta.ObjectKey;
import io.podium.controller.kit.Pods;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at all pods every {@code 20 s} and deletes: the oldest of those that have ended, beyond {@value #MOST_ENDED}; those on a node
 * that has not existed for {@code 40 s}, marked as failed before; and those that are being deleted and were never on a node.
 */
public final class PodGarbage implements AutoCloseable {
    /** Its name: its user agent, and what logs call it. */
    public static final String NAME = "pod-garbage-collector";

    private static final Logger LOG = LoggerFactory.getLogger(PodGarbage.class);
    private static final int MOST_ENDED = 12_500;
    private static final Duration PERIOD = Duration.ofSeconds(20);
    private static final Duration QUARANTINE = Duration.ofSeconds(40);

    private final Client client;
    private final Dispatcher dispatcher;
    private final Follower<Pod> pods;
    private final Follower<Node> nodes;
    private final Map<String, Long> missingSince = new TreeMap<>();

    private PodGarbage(Client client, Dispatcher dispatcher) {
        this.client = client.as(NAME);
        this.dispatcher = dispatcher.child(NAME);
        this.pods = this.client.follow(Pod.KIND, Scope.ALL);
        this.nodes = this.client.follow(Node.KIND, Scope.ALL);
    }

    /**
     * Starts looking.
     *
     * @param client reaches the API server
     * @param dispatcher gives time and threads
     * @return the collector, at work
     */
    public static PodGarbage start(Client client, Dispatcher dispatcher) {
        var garbage = new PodGarbage(client, dispatcher);
        garbage.dispatcher.every("look", PERIOD, PERIOD, garbage::look);
        return garbage;
    }

    private void look() {
        pods.advance();
        nodes.advance();
        var all = pods.lister().all();
        deleteEnded(all);
        deleteOrphaned(all);
        all.stream()
                .filter(pod -> pod.isTerminating() && pod.spec().nodeName().isEmpty())
                .forEach(this::kill);
    }

    private void deleteEnded(List<Pod> all) {
        var ended = new ArrayList<>(all.stream().filter(Pods::hasEnded).toList());
        ended.sort(Comparator.comparing(PodGarbage::createdAt).thenComparing(Pod::key));
        ended.subList(0, Math.max(0, ended.size() - MOST_ENDED)).forEach(this::kill);
    }

    private static Instant createdAt(Pod pod) {
        var created = pod.metadata().creationTimestamp();
        return created == null ? Instant.EPOCH : created;
    }

    private void deleteOrphaned(List<Pod> all) {
        var missing = new TreeMap<String, List<Pod>>();
        for (var pod : all) {
            var node = pod.spec().nodeName();
            if (!node.isEmpty() && nodes.lister().find(ObjectKey.of("", node)).isEmpty()) {
                missing.computeIfAbsent(node, key -> new ArrayList<>()).add(pod);
            }
        }
        missingSince.keySet().retainAll(missing.keySet());
        long now = dispatcher.pauses().awakeNanos();
        missing.forEach((node, orphans) -> {
            long since = missingSince.computeIfAbsent(node, key -> now);
            if (now - since >= QUARANTINE.toNanos()
                    && client.find(Node.KIND, ObjectKey.of("", node)).isEmpty()) {
                orphans.forEach(this::failAndKill);
            }
        });
    }

    private void failAndKill(Pod pod) {
        try {
            if (!Pods.hasEnded(pod)) {
                client.updateStatus(pod.withStatus(failed(pod.status())), WriteOptions.PLAIN);
            }
        } catch (ApiException e) {
            LOG.debug("An orphaned pod could not be marked as failed pod={} cause={}", pod.key(), e.getMessage());
        }
        kill(pod);
    }

    private PodStatus failed(PodStatus status) {
        var conditions = new ArrayList<>(status.conditions().stream()
                .filter(condition -> !condition.type().equals("DisruptionTarget"))
                .toList());
        conditions.add(new PodConditionBuilder()
                .type("DisruptionTarget")
                .status("True")
                .reason("DeletionByPodGC")
                .message("PodGC: node no longer exists")
                .lastTransitionTime(dispatcher.now().truncatedTo(ChronoUnit.SECONDS))
                .build());
        return status.withPhase("Failed").withConditions(conditions);
    }

    private void kill(Pod pod) {
        try {
            client.delete(
                    Pod.KIND,
                    pod.key(),
                    DeleteOptions.PLAIN.within(Duration.ZERO).ifUid(pod.uid()));
        } catch (NotFoundException gone) {
            return; // what was wanted
        } catch (ApiException e) {
            LOG.debug("A pod could not be deleted pod={} cause={}", pod.key(), e.getMessage());
        }
    }

    @Override
    public void close() {
        pods.close();
        nodes.close();
        dispatcher.close();
    }
}
