package io.podium.agent;

import io.podium.api.meta.Quantity;
import io.podium.api.meta.Sorted;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * What an agent is told of its node.
 *
 * @param cluster the cluster's name: pods of other clusters on the same runtime are left alone
 * @param node the node's name
 * @param root the directory below which the files of pods are: volumes, logs, termination messages
 * @param defaultRuntime whether the cluster's pods run on this node's runtime unless they say otherwise; if not, the node is tainted
 * @param address the node's address
 * @param labels labels beside those that every node has
 * @param capacity what the node has, where that differs from what its runtime finds
 * @param heartbeat how often the lease is renewed
 */
public record AgentSettings(
        String cluster,
        String node,
        Path root,
        boolean defaultRuntime,
        String address,
        Map<String, String> labels,
        Map<String, Quantity> capacity,
        Duration heartbeat) {
    /** How often Kubernetes' nodes renew their leases. */
    public static final Duration HEARTBEAT = Duration.ofSeconds(10);

    /** Copies the maps. */
    public AgentSettings {
        labels = Sorted.copyOf(labels);
        capacity = Sorted.copyOf(capacity);
        if (heartbeat.isNegative() || heartbeat.isZero()) {
            throw new IllegalArgumentException("heartbeat must be positive, was " + heartbeat);
        }
    }

    /**
     * A node of the cluster's default runtime, at 127.0.0.1.
     *
     * @param cluster the cluster's name
     * @param node the node's name
     * @param root the directory for the files of pods
     * @return settings
     */
    public static AgentSettings of(String cluster, String node, Path root) {
        return new AgentSettings(cluster, node, root, true, "127.0.0.1", Sorted.empty(), Sorted.empty(), HEARTBEAT);
    }

    /**
     * As a node whose runtime is not the cluster's default: pods must tolerate its taint.
     *
     * @return changed settings
     */
    public AgentSettings tainted() {
        return new AgentSettings(cluster, node, root, false, address, labels, capacity, heartbeat);
    }

    /**
     * With further labels.
     *
     * @param more labels by key
     * @return changed settings
     */
    public AgentSettings labelled(Map<String, String> more) {
        return new AgentSettings(
                cluster, node, root, defaultRuntime, address, Sorted.withAll(labels, more), capacity, heartbeat);
    }

    /**
     * With another capacity.
     *
     * @param amounts quantities by resource, in place of what the runtime finds
     * @return changed settings
     */
    public AgentSettings sized(Map<String, Quantity> amounts) {
        return new AgentSettings(
                cluster, node, root, defaultRuntime, address, labels, Sorted.withAll(capacity, amounts), heartbeat);
    }

    /**
     * At another address.
     *
     * @param ip the node's address
     * @return changed settings
     */
    public AgentSettings at(String ip) {
        return new AgentSettings(cluster, node, root, defaultRuntime, ip, labels, capacity, heartbeat);
    }

    /**
     * With another heartbeat.
     *
     * @param period how often the lease is renewed, positive
     * @return changed settings
     */
    public AgentSettings beating(Duration period) {
        return new AgentSettings(cluster, node, root, defaultRuntime, address, labels, capacity, period);
    }
}
