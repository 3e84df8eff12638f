package io.podium.apiserver.rules.pod;

import io.podium.api.core.Container;
import io.podium.api.core.PodSpec;
import io.podium.api.core.ResourceRequirements;
import io.podium.api.meta.Quantity;
import io.podium.apiserver.validation.Formats;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Resources of a pod as a whole, beside those of its containers. */
final class PodResources {
    private static final List<String> NAMES = List.of("cpu", "hugepages-", "memory");

    private PodResources() {}

    /** A pod that limits itself requests what its containers do, or else what it is limited to. */
    static PodSpec withDefaults(PodSpec spec) {
        var resources = spec.resources();
        if (resources == null || resources.limits().isEmpty()) {
            return spec;
        }
        var requests = new TreeMap<>(resources.requests());
        aggregated(spec).forEach((name, amount) -> {
            if (ResourceNames.isOfPods(name) && !ResourceNames.isHugePages(name)) {
                requests.putIfAbsent(name, amount);
            }
        });
        resources.limits().forEach((name, amount) -> {
            if (ResourceNames.isOfPods(name)) {
                requests.putIfAbsent(name, amount);
            }
        });
        return requests.equals(resources.requests()) ? spec : spec.withResources(resources.withRequests(requests));
    }

    /** What the containers request together, at the time when they request most. */
    static Map<String, Quantity> aggregated(PodSpec spec) {
        var sum = new TreeMap<String, Quantity>();
        spec.containers().forEach(container -> add(container, sum));
        var sidecars = new TreeMap<String, Quantity>();
        var peak = new TreeMap<String, Quantity>();
        for (var init : spec.initContainers()) {
            if ("Always".equals(init.restartPolicy())) {
                add(init, sum);
                add(init, sidecars);
                raise(sidecars, peak);
            } else {
                var during = new TreeMap<>(sidecars);
                add(init, during);
                raise(during, peak);
            }
        }
        raise(peak, sum);
        return sum;
    }

    private static void add(Container container, Map<String, Quantity> sum) {
        container.resources().requests().forEach((name, amount) -> sum.merge(name, amount, Quantity::plus));
    }

    private static void raise(Map<String, Quantity> amounts, Map<String, Quantity> peak) {
        amounts.forEach((name, amount) -> peak.merge(name, amount, (a, b) -> a.compareTo(b) >= 0 ? a : b));
    }

    static void check(PodSpec spec, Path path, Problems problems) {
        var resources = spec.resources();
        if (resources == null) {
            return;
        }
        if (!resources.claims().isEmpty()) {
            problems.forbidden(path.child("claims"), "claims may not be specified for pod-level resources");
        }
        ResourceRules.check(resources, PodResources::checkName, path, problems);
        checkRequests(spec, resources, path, problems);
        checkLimits(spec, resources, path, problems);
    }

    private static void checkName(String name, Path path, Problems problems) {
        var details = Formats.qualifiedName(name);
        problems.invalidAll(path.key(name), name, details);
        if (details.isEmpty() && !ResourceNames.isStandard(name)) {
            problems.invalid(path.key(name), name, "must be a standard resource type or fully qualified");
        } else if (details.isEmpty() && !ResourceNames.isOfPods(name)) {
            problems.notSupported(path.key(name), name, NAMES);
        }
    }

    private static void checkRequests(PodSpec spec, ResourceRequirements resources, Path path, Problems problems) {
        var aggregated = aggregated(spec);
        resources.requests().forEach((name, amount) -> {
            var needed = aggregated.get(name);
            if (needed != null && ResourceNames.isOfPods(name) && needed.compareTo(amount) > 0) {
                problems.invalid(
                        path.child("requests").key(name),
                        amount.toString(),
                        "must be greater than or equal to aggregate container requests of " + needed);
            }
        });
    }

    /** Kubernetes looks for the containers among the resources of the pod, and names the limit so. */
    private static void checkLimits(PodSpec spec, ResourceRequirements resources, Path path, Problems problems) {
        for (int i = 0; i < spec.containers().size(); i++) {
            var place = path.child("containers").index(i);
            spec.containers().get(i).resources().limits().forEach((name, limit) -> {
                var most = resources.limits().get(name);
                if (most != null && ResourceNames.isOfPods(name) && limit.compareTo(most) > 0) {
                    problems.invalid(
                            place.key(name).child("limits"),
                            limit.toString(),
                            "must be less than or equal to pod limits of " + most);
                }
            });
        }
    }
}
