package io.podium.controller.nodelifecycle;

import io.podium.api.client.ApiException;
import io.podium.api.client.Client;
import io.podium.api.client.ConflictException;
import io.podium.api.client.Follower;
import io.podium.api.client.NotFoundException;
import io.podium.api.client.Scope;
import io.podium.api.client.WriteOptions;
import io.podium.api.controller.EventRecorder;
import io.podium.api.coordination.Lease;
import io.podium.api.core.Node;
import io.podium.api.core.NodeCondition;
import io.podium.api.core.NodeConditionBuilder;
import io.podium.api.core.Pod;
import io.podium.api.core.WellKnown;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.meta.ObjectKey;
import io.podium.dispatch.Nanos;
import io.podium.events.ClientEventRecorder;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at all nodes every five seconds, or ten times in a grace period that is short. A node whose lease nobody has renewed for the grace period counts as unknown: its
 * conditions say so, its pods are no longer ready, and after that it is tainted so that they are evicted, one node in ten
 * seconds, unless no node is left to take them.
 *
 * <p>Silence is measured in time in which this process was awake, so a standstill of the whole JVM is no node's fault.
 */
public final class NodeMonitor implements AutoCloseable {
    /** Its name: its user agent, and what logs call it. */
    public static final String NAME = "node-controller";

    private static final Logger LOG = LoggerFactory.getLogger(NodeMonitor.class);
    private static final Duration PERIOD = Duration.ofSeconds(5);
    private static final Duration BETWEEN_EVICTIONS = Duration.ofSeconds(10);
    private static final List<String> CONDITIONS = List.of("Ready", "MemoryPressure", "DiskPressure", "PIDPressure");

    private final Client client;
    private final Dispatcher dispatcher;
    private final EventRecorder events;
    private final Duration grace;
    private final Follower<Node> nodes;
    private final Follower<Lease> leases;
    private final Follower<Pod> pods;
    private final Map<String, NodeHealth> health = new TreeMap<>();
    private long nextEviction;
    private volatile boolean due;

    private NodeMonitor(Client client, Dispatcher dispatcher, Duration grace) {
        this.client = client.as(NAME);
        this.dispatcher = dispatcher.child(NAME);
        this.events = new ClientEventRecorder(this.client, this.dispatcher);
        this.grace = grace;
        this.nodes = this.client.follow(Node.KIND, Scope.ALL);
        this.leases = this.client.follow(Lease.KIND, new Scope.InNamespace(WellKnown.NODE_LEASE_NAMESPACE));
        this.pods = this.client.follow(Pod.KIND, Scope.ALL);
    }

    /**
     * Starts looking.
     *
     * @param client reaches the API server
     * @param dispatcher gives time and threads
     * @param grace how long a node may be silent
     * @return the monitor, at work
     */
    public static NodeMonitor start(Client client, Dispatcher dispatcher, Duration grace) {
        var monitor = new NodeMonitor(client, dispatcher, grace);
        var taint = monitor.dispatcher.trigger("taint", monitor::taintByCondition);
        monitor.nodes.onReady(taint::fire);
        taint.fire();
        var tenth = grace.dividedBy(10).plusNanos(1); // never zero
        var period = tenth.compareTo(PERIOD) < 0 ? tenth : PERIOD;
        monitor.dispatcher.every("look", period, period, () -> {
            monitor.due = true;
            taint.fire();
        });
        return monitor;
    }

    /** Keeps the taints that keep pods off in step with conditions, and looks for silence when that is due. */
    private void taintByCondition() {
        for (var change : nodes.advance()) {
            var node = change.after();
            if (node != null) {
                guarded(node, () -> keepOff(node));
            }
        }
        if (due) {
            due = false;
            look();
        }
    }

    private void keepOff(Node node) {
        var tainted = NodeTaints.withoutSchedule(node, dispatcher.now());
        if (NodeTaints.silence(node) == null) {
            tainted = NodeTaints.withoutEviction(tainted, dispatcher.now());
        }
        if (tainted != node) {
            client.update(tainted, WriteOptions.PLAIN);
        }
    }

    private void look() {
        leases.advance();
        long now = dispatcher.pauses().awakeNanos();
        var all = nodes.lister().all();
        health.keySet().retainAll(all.stream().map(Node::name).collect(Collectors.toSet()));
        boolean anyReady = false;
        for (var node : all) {
            var lease = leases.lister().find(ObjectKey.of(WellKnown.NODE_LEASE_NAMESPACE, node.name()));
            var heard = NodeHealth.of(health.get(node.name()), node, lease.orElse(null), now);
            health.put(node.name(), heard);
            boolean silent = now - heard.heardAt() > Nanos.ofDelay(grace);
            if (silent) {
                guarded(node, () -> doubt(node));
            }
            anyReady |= !silent && NodeTaints.silence(node) == null;
        }
        if (anyReady) {
            evictFromOne(nodes.lister().all());
        }
    }

    /** Says of a node that nobody knows how it is. */
    private void doubt(Node node) {
        var conditions = new ArrayList<NodeCondition>();
        boolean changed = false;
        for (var type : CONDITIONS) {
            var present = NodeTaints.condition(node, type);
            if (present != null && present.status().equals("Unknown")) {
                conditions.add(present);
                continue;
            }
            changed = true;
            conditions.add(unknown(type, present));
        }
        node.status().conditions().stream()
                .filter(condition -> !CONDITIONS.contains(condition.type()))
                .forEach(conditions::add);
        if (changed) {
            var doubted =
                    client.updateStatus(node.withStatus(node.status().withConditions(conditions)), WriteOptions.PLAIN);
            events.normal(node, "NodeNotReady", "Node " + node.name() + " status is now: NodeNotReady");
            keepOff(doubted);
        }
        markPods(node.name());
    }

    private NodeCondition unknown(String type, @Nullable NodeCondition present) {
        var now = dispatcher.now().truncatedTo(ChronoUnit.SECONDS);
        var builder = present == null ? new NodeConditionBuilder().type(type) : present.toBuilder();
        return builder.status("Unknown")
                .reason(present == null ? "NodeStatusNeverUpdated" : "NodeStatusUnknown")
                .message(present == null ? "Kubelet never posted node status." : "Kubelet stopped posting node status.")
                .lastTransitionTime(now)
                .build();
    }

    /** The pods of a silent node are no longer ready. */
    private void markPods(String node) {
        pods.advance();
        for (var pod : pods.lister().onNode(node)) {
            var marked = PodReadiness.lost(pod, dispatcher.now());
            if (marked != pod) {
                guardedPod(pod, () -> {
                    client.updateStatus(marked, WriteOptions.PLAIN);
                    events.warning(pod, "NodeNotReady", "Node is not ready");
                });
            }
        }
    }

    private void evictFromOne(List<Node> all) {
        if (dispatcher.nanos() < nextEviction) {
            return;
        }
        for (var node : all) {
            if (NodeTaints.silence(node) != null && health.containsKey(node.name())) {
                var tainted = NodeTaints.withEviction(node, dispatcher.now());
                if (tainted != node) {
                    nextEviction = dispatcher.nanos() + BETWEEN_EVICTIONS.toNanos();
                    guarded(node, () -> client.update(tainted, WriteOptions.PLAIN));
                    return;
                }
            }
        }
    }

    private void guarded(Node node, Runnable write) {
        try {
            write.run();
        } catch (ConflictException | NotFoundException changed) {
            LOG.debug("A node changed meanwhile and will be looked at again node={}", node.name());
        } catch (ApiException e) {
            LOG.warn("A node could not be written node={} cause={}", node.name(), e.getMessage());
        }
    }

    private void guardedPod(Pod pod, Runnable write) {
        try {
            write.run();
        } catch (ConflictException | NotFoundException changed) {
            LOG.debug("A pod changed meanwhile and will be looked at again pod={}", pod.key());
        } catch (ApiException e) {
            LOG.warn("A pod could not be written pod={} cause={}", pod.key(), e.getMessage());
        }
    }

    @Override
    public void close() {
        nodes.close();
        leases.close();
        pods.close();
        dispatcher.close();
    }
}
