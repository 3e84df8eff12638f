package io.podium.agent;

import io.podium.api.core.Container;
import io.podium.api.core.Pod;
import io.podium.api.meta.Quantity;
import java.util.Map;
import java.util.TreeMap;

/** What a pod asks of its node in all, as Kubernetes adds it up: CPUs in thousandths, everything else in whole units. */
final class PodRequests {
    private PodRequests() {}

    static Map<String, Long> of(Pod pod) {
        var spec = pod.spec();
        var total = new TreeMap<String, Long>();
        spec.containers().forEach(container -> add(total, container));
        var sidecars = new TreeMap<String, Long>();
        var initPeak = new TreeMap<String, Long>();
        for (var container : spec.initContainers()) {
            if ("Always".equals(container.restartPolicy())) {
                add(sidecars, container);
                raise(initPeak, sidecars);
            } else {
                var own = new TreeMap<>(sidecars);
                add(own, container);
                raise(initPeak, own);
            }
        }
        sidecars.forEach((resource, amount) -> total.merge(resource, amount, Long::sum));
        raise(total, initPeak);
        var ofPod = spec.resources();
        if (ofPod != null) {
            ofPod.requests().forEach((resource, quantity) -> total.put(resource, units(resource, quantity)));
        }
        spec.overhead().forEach((resource, quantity) -> total.merge(resource, units(resource, quantity), Long::sum));
        total.put("pods", 1L);
        return total;
    }

    static long units(String resource, Quantity quantity) {
        return resource.equals("cpu") ? quantity.milliValue() : quantity.value();
    }

    private static void add(Map<String, Long> sum, Container container) {
        container
                .resources()
                .requests()
                .forEach((resource, quantity) -> sum.merge(resource, units(resource, quantity), Long::sum));
    }

    private static void raise(Map<String, Long> peak, Map<String, Long> other) {
        other.forEach((resource, amount) -> peak.merge(resource, amount, Math::max));
    }
}
