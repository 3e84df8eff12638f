package io.podium.agent;

import io.podium.api.core.Pod;
import io.podium.api.core.Resources;
import io.podium.api.meta.Quantity;
import java.util.Map;
import java.util.TreeMap;

/** What a pod asks of its node in all, as Kubernetes adds it up: CPUs in thousandths, everything else in whole units. */
final class PodRequests {
    private PodRequests() {}

    static Map<String, Long> of(Pod pod) {
        var total = new TreeMap<String, Long>();
        Resources.requestedBy(pod.spec())
                .forEach((resource, quantity) -> total.put(resource, units(resource, quantity)));
        total.put("pods", 1L);
        return total;
    }

    static long units(String resource, Quantity quantity) {
        return resource.equals("cpu") ? quantity.milliValue() : quantity.value();
    }
}
