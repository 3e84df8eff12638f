package io.podium.apiserver.rules.pod;

import io.podium.api.core.Container;
import io.podium.api.core.Pod;
import io.podium.api.core.PodSpec;
import io.podium.api.core.ResourceRequirements;
import io.podium.api.meta.Quantity;
import io.podium.apiserver.rules.KindRules;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rules of giving the containers of a pod more or less CPU and memory: the class of service stays, and nothing else changes. */
final class ResizeRules implements KindRules<Pod> {
    private static final Path SPEC = Path.of("spec");

    private final PodRules rules;

    ResizeRules(PodRules rules) {
        this.rules = rules;
    }

    @Override
    public Pod defaults(Pod pod) {
        return rules.defaults(pod);
    }

    @Override
    public Pod prepareForUpdate(Pod updated, Pod old) {
        var before = old.spec();
        return old.withMetadata(PodRules.keptMetadata(updated.metadata(), old.metadata()))
                .withSpec(before.withContainers(
                                resized(before.containers(), updated.spec().containers()))
                        .withInitContainers(
                                resized(before.initContainers(), updated.spec().initContainers())));
    }

    private static List<Container> resized(List<Container> before, List<Container> now) {
        var containers = new ArrayList<Container>(before.size());
        for (var container : before) {
            containers.add(now.stream()
                    .filter(each -> each.name().equals(container.name()))
                    .findFirst()
                    .map(each -> container.withResources(each.resources()).withResizePolicy(each.resizePolicy()))
                    .orElse(container));
        }
        return containers;
    }

    @Override
    public void validateCreate(Pod pod, Problems problems) {
        PodRules.check(pod, problems);
    }

    @Override
    public void validateUpdate(Pod updated, Pod old, Problems problems) {
        var now = updated.spec();
        var before = old.spec();
        var never = never(old, now);
        if (never != null) {
            problems.forbidden(Path.of(""), never);
            return;
        }
        PodRules.check(updated, problems);
        var qosClass = QualityOfService.of(before);
        if (!qosClass.equals(QualityOfService.of(now))) {
            problems.invalid(SPEC, qosClass, "Pod QOS Class may not change as a result of resizing");
        }
        checkKept(now.containers(), before.containers(), SPEC.child("containers"), problems);
        checkKept(now.initContainers(), before.initContainers(), SPEC.child("initContainers"), problems);
        if (!withResourcesOf(before, now).equals(before)) {
            problems.forbidden(
                    SPEC, "only cpu and memory resources are mutable, and no init container's but those of sidecars");
        }
    }

    /** Why a pod keeps its resources whatever is asked. */
    private static @Nullable String never(Pod old, PodSpec now) {
        if (hasOwn(old.spec()) || hasOwn(now)) {
            return "pods with pod-level resources cannot be resized";
        }
        if (PodSpecRules.isMirror(old)) {
            return "static pods cannot be resized";
        }
        var os = old.spec().os();
        return os != null && os.name().equals("windows") ? "windows pods cannot be resized" : null;
    }

    private static boolean hasOwn(PodSpec spec) {
        var resources = spec.resources();
        return resources != null
                && !(resources.limits().isEmpty() && resources.requests().isEmpty());
    }

    private static void checkKept(List<Container> now, List<Container> before, Path path, Problems problems) {
        for (int i = 0; i < before.size(); i++) {
            var place = path.index(i).child("resources");
            var resources = now.get(i).resources();
            if (!keepsAll(resources.limits(), before.get(i).resources().limits())) {
                problems.forbidden(place.child("limits"), "resource limits cannot be removed");
            }
            if (!keepsAll(resources.requests(), before.get(i).resources().requests())) {
                problems.forbidden(place.child("requests"), "resource requests cannot be removed");
            }
        }
    }

    private static boolean keepsAll(Map<String, Quantity> now, Map<String, Quantity> before) {
        return now.keySet().containsAll(before.keySet());
    }

    /** The new spec with as much CPU and memory as before. */
    private static PodSpec withResourcesOf(PodSpec before, PodSpec now) {
        return now.withContainers(withResourcesOf(before.containers(), now.containers(), false))
                .withInitContainers(withResourcesOf(before.initContainers(), now.initContainers(), true));
    }

    private static boolean mayChange(Container container, boolean init) {
        return !init || "Always".equals(container.restartPolicy());
    }

    private static List<Container> withResourcesOf(List<Container> before, List<Container> now, boolean init) {
        var containers = new ArrayList<Container>(now.size());
        for (int i = 0; i < now.size(); i++) {
            var old = before.get(i).resources();
            ResourceRequirements resources = now.get(i).resources();
            containers.add(
                    mayChange(before.get(i), init)
                            ? now.get(i)
                                    .withResources(resources
                                            .withLimits(withBasicsOf(old.limits(), resources.limits()))
                                            .withRequests(withBasicsOf(old.requests(), resources.requests())))
                            : now.get(i));
        }
        return containers;
    }

    private static Map<String, Quantity> withBasicsOf(Map<String, Quantity> before, Map<String, Quantity> now) {
        var amounts = new TreeMap<>(now);
        for (var name : List.of("cpu", "memory")) {
            amounts.remove(name);
            var amount = before.get(name);
            if (amount != null) {
                amounts.put(name, amount);
            }
        }
        return amounts;
    }

    @Override
    public boolean changesGeneration(Pod updated, Pod old) {
        return rules.changesGeneration(updated, old);
    }
}
