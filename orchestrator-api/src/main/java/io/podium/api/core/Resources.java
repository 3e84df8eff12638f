package io.podium.api.core;

import io.podium.api.meta.Quantity;
import java.util.Map;
import java.util.TreeMap;

/** Amounts of resources, as containers request and nodes have them. */
public final class Resources {
    private Resources() {}

    /**
     * So much of a resource.
     *
     * @param resource its name
     * @param quantity how much
     */
    public record Amount(String resource, Quantity quantity) {}

    /**
     * An amount of CPU.
     *
     * @param quantity CPUs, for example {@code 2} or {@code 100m}
     * @return the amount
     * @throws IllegalArgumentException if the text is no quantity
     */
    public static Amount cpu(String quantity) {
        return of("cpu", quantity);
    }

    /**
     * An amount of memory.
     *
     * @param quantity bytes, for example {@code 64Mi}
     * @return the amount
     * @throws IllegalArgumentException if the text is no quantity
     */
    public static Amount memory(String quantity) {
        return of("memory", quantity);
    }

    /**
     * An amount of a resource.
     *
     * @param resource its name
     * @param quantity how much
     * @return the amount
     * @throws IllegalArgumentException if the text is no quantity
     */
    public static Amount of(String resource, String quantity) {
        return new Amount(resource, Quantity.of(quantity));
    }

    /**
     * What a pod requests of its node in all: what its containers and sidecars request together, or as much as its init containers need before
     * that, if it is more; what the pod requests as a whole goes before that; and its overhead.
     *
     * @param spec the pod's spec
     * @return amounts by resource
     */
    public static Map<String, Quantity> requestedBy(PodSpec spec) {
        var total = new TreeMap<String, Quantity>();
        spec.containers().forEach(container -> add(total, container.resources().requests()));
        var sidecars = new TreeMap<String, Quantity>();
        var peak = new TreeMap<String, Quantity>();
        for (var init : spec.initContainers()) {
            if ("Always".equals(init.restartPolicy())) {
                add(sidecars, init.resources().requests());
                raise(peak, sidecars);
            } else {
                var now = new TreeMap<>(sidecars);
                add(now, init.resources().requests());
                raise(peak, now);
            }
        }
        add(total, sidecars);
        raise(total, peak);
        var ofPod = spec.resources();
        if (ofPod != null) {
            total.putAll(ofPod.requests());
        }
        add(total, spec.overhead());
        return total;
    }

    private static void add(Map<String, Quantity> total, Map<String, Quantity> more) {
        more.forEach((name, quantity) -> total.merge(name, quantity, Quantity::plus));
    }

    private static void raise(Map<String, Quantity> total, Map<String, Quantity> least) {
        least.forEach((name, quantity) -> total.merge(name, quantity, (a, b) -> a.compareTo(b) >= 0 ? a : b));
    }
}
