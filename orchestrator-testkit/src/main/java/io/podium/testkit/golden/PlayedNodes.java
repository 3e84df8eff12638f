package io.podium.testkit.golden;

import io.podium.api.client.Client;
import io.podium.api.client.DeleteOptions;
import io.podium.api.client.ListOptions;
import io.podium.api.client.NotFoundException;
import io.podium.api.client.WriteOptions;
import io.podium.api.coordination.Lease;
import io.podium.api.core.Node;
import io.podium.api.core.NodeStatus;
import io.podium.api.core.Pod;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.meta.JsonObject;
import io.podium.api.meta.ObjectKey;
import io.podium.api.schema.Schema;
import io.podium.codec.Strictness;
import io.podium.codec.Trees;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Three nodes without machines: they renew their leases, their pods run soon after they have been placed and end as annotations say, and
 * a deleted pod is gone at once. A node that has stopped does nothing of this.
 */
final class PlayedNodes {
    private static final List<String> NAMES = List.of("node-1", "node-2", "node-3");
    private static final String LEASES = "kube-node-lease";
    private static final Duration LEASE_PERIOD = Duration.ofSeconds(3);
    private static final int LEASE_SECONDS = 40;
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration STARTING = Duration.ofMillis(120);
    private static final double ENDING_SECONDS = 0.3;

    private final Client client;
    private final Dispatcher time;
    private final TreeSet<String> stopped = new TreeSet<>();
    private final Map<String, Instant> seen = new TreeMap<>(); // when each pod was first seen on its node, by uid
    private final Map<String, Instant> running = new TreeMap<>();

    private PlayedNodes(Client client, Dispatcher time) {
        this.client = client;
        this.time = time;
    }

    static PlayedNodes start(Client client, Dispatcher time) {
        var nodes = new PlayedNodes(client, time);
        for (var name : NAMES) {
            client.create(Node.named(name).build(), WriteOptions.PLAIN);
            nodes.report(name);
            client.create(Lease.named(name).namespace(LEASES).build(), WriteOptions.PLAIN);
            nodes.renew(name);
            time.every("lease of " + name, LEASE_PERIOD, LEASE_PERIOD, () -> nodes.renew(name));
        }
        time.every("pods", LOOK, LOOK, nodes::look);
        return nodes;
    }

    void stop(String node) {
        stopped.add(node);
    }

    void resume(String node) {
        stopped.remove(node);
        renew(node);
        report(node);
    }

    private void report(String name) {
        var node = client.get(Node.KIND, ObjectKey.of("", name));
        var status = Trees.fromTree(Schema.of(NodeStatus.class), PlayedStatus.ofNode(time.now()), Strictness.strict());
        client.updateStatus(node.withStatus(status), WriteOptions.PLAIN);
    }

    private void renew(String name) {
        if (stopped.contains(name)) {
            return;
        }
        var lease = client.get(Lease.KIND, ObjectKey.of(LEASES, name));
        var spec = lease.spec()
                .withHolderIdentity(name)
                .withLeaseDurationSeconds(LEASE_SECONDS)
                .withRenewTime(time.now());
        client.update(lease.withSpec(spec), WriteOptions.PLAIN);
    }

    private void look() {
        for (var pod : client.list(Pod.KIND, "", ListOptions.ALL).items()) {
            var node = pod.spec().nodeName();
            if (NAMES.contains(node) && !stopped.contains(node)) {
                attend(pod);
            }
        }
    }

    private void attend(Pod pod) {
        try {
            if (pod.isTerminating()) {
                if (pod.metadata().finalizers().isEmpty()
                        || !Long.valueOf(0).equals(pod.metadata().deletionGracePeriodSeconds())) {
                    client.delete(Pod.KIND, pod.key(), DeleteOptions.PLAIN.within(Duration.ZERO));
                }
                return;
            }
            progress(pod);
        } catch (NotFoundException gone) {
            seen.remove(pod.uid());
        }
    }

    private void progress(Pod pod) {
        var now = time.now();
        var since = seen.computeIfAbsent(pod.uid(), uid -> now);
        var started = running.get(pod.uid());
        if (started == null) {
            if (!now.isBefore(since.plus(STARTING))) {
                running.put(pod.uid(), now);
                write(pod, PlayedStatus.running(pod, now));
            }
            return;
        }
        var exit = pod.metadata().annotations().get("golden/exit");
        if (exit != null && pod.status().phase().equals("Running") && !now.isBefore(started.plus(ending(pod)))) {
            write(pod, PlayedStatus.ended(pod, exitCode(pod, exit), started, now));
        }
    }

    private static Duration ending(Pod pod) {
        var after = pod.metadata().annotations().get("golden/after");
        return Duration.ofMillis(Math.round(1000 * (after == null ? ENDING_SECONDS : Double.parseDouble(after))));
    }

    private static int exitCode(Pod pod, String exit) {
        var only = pod.metadata().annotations().get("golden/only-index");
        var index = pod.metadata().annotations().get("batch.kubernetes.io/job-completion-index");
        return only == null || only.equals(index) ? Integer.parseInt(exit) : 0;
    }

    private void write(Pod pod, JsonObject status) {
        var decoded = Trees.fromTree(Schema.of(io.podium.api.core.PodStatus.class), status, Strictness.strict());
        client.updateStatus(pod.withStatus(decoded), WriteOptions.PLAIN);
    }
}
