package io.podium.api;

import io.podium.api.meta.DnsNames;
import io.podium.api.meta.Labels;
import io.podium.api.meta.Quantity;
import io.podium.api.meta.Sorted;
import io.podium.api.runtime.RuntimeFactory;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A node to start with a cluster.
 *
 * @param name its name: a DNS subdomain, at most 253 characters
 * @param runtime starts its container runtime
 * @param labels its labels, beside those that every node has
 * @param capacity what it has, where that differs from what its runtime finds
 */
public record NodeSettings(
        String name, RuntimeFactory runtime, Map<String, String> labels, Map<String, Quantity> capacity) {
    /** Copies the maps; refuses a name and labels that are none. */
    public NodeSettings {
        Objects.requireNonNull(name, "the name of a node is null");
        Objects.requireNonNull(runtime, () -> "the runtime of node " + name + " is null");
        var problems = DnsNames.subdomainProblems(name);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("node name \"" + name + "\": " + String.join("; ", problems));
        }
        labels = Sorted.copyOf(labels);
        labels.forEach((key, value) -> {
            refuseIf(Labels.keyProblems(key), name, key);
            refuseIf(Labels.valueProblems(value), name, key + "=" + value);
        });
        capacity = Sorted.copyOf(capacity);
    }

    private static void refuseIf(List<String> problems, String node, String label) {
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    "node " + node + ": label \"" + label + "\": " + String.join("; ", problems));
        }
    }

    /**
     * A node as its runtime finds it.
     *
     * @param name its name
     * @param runtime starts its container runtime
     * @return the node
     * @throws IllegalArgumentException if the name is no DNS subdomain
     */
    public static NodeSettings of(String name, RuntimeFactory runtime) {
        return new NodeSettings(name, runtime, Sorted.empty(), Sorted.empty());
    }

    /**
     * With a label.
     *
     * @param key its key
     * @param value its value
     * @return the node with the label
     * @throws IllegalArgumentException if key or value are not those of a label
     */
    public NodeSettings label(String key, String value) {
        return new NodeSettings(name, runtime, Sorted.with(labels, key, value), capacity);
    }

    /**
     * With another amount of a resource.
     *
     * @param resource the resource
     * @param quantity how much of it the node has
     * @return the node with that capacity
     */
    public NodeSettings capacity(String resource, Quantity quantity) {
        return new NodeSettings(name, runtime, labels, Sorted.with(capacity, resource, quantity));
    }
}
