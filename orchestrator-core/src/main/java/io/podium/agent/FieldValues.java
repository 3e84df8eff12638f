package io.podium.agent;

import io.podium.api.core.Container;
import io.podium.api.core.Pod;
import io.podium.api.core.ResourceFieldSelector;
import io.podium.api.meta.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the downward API says of a pod. */
final class FieldValues {
    private final Pod pod;
    private final PodRun run;
    private final Site site;

    FieldValues(Pod pod, PodRun run, Site site) {
        this.pod = pod;
        this.run = run;
        this.site = site;
    }

    Pod pod() {
        return pod;
    }

    /** The value of a field. */
    String field(String path) throws ConfigFailure {
        return switch (path) {
            case "metadata.name" -> pod.name();
            case "metadata.namespace" -> pod.namespace();
            case "metadata.uid" -> pod.uid();
            case "spec.nodeName" -> pod.spec().nodeName();
            case "spec.serviceAccountName" ->
                pod.spec().serviceAccountName().isEmpty()
                        ? "default"
                        : pod.spec().serviceAccountName();
            case "status.hostIP", "status.hostIPs" -> site.settings().address();
            case "status.podIP", "status.podIPs" ->
                pod.spec().hostNetwork() ? site.settings().address() : run.ip();
            case "metadata.labels" -> lines(pod.metadata().labels());
            case "metadata.annotations" -> lines(pod.metadata().annotations());
            default -> subscript(path);
        };
    }

    private String subscript(String path) throws ConfigFailure {
        int open = path.indexOf("['");
        if (open < 0 || !path.endsWith("']")) {
            throw new ConfigFailure("unsupported fieldPath: " + path);
        }
        var key = path.substring(open + 2, path.length() - 2);
        return switch (path.substring(0, open)) {
            case "metadata.labels" -> pod.metadata().labels().getOrDefault(key, "");
            case "metadata.annotations" -> pod.metadata().annotations().getOrDefault(key, "");
            default -> throw new ConfigFailure("unsupported fieldPath: " + path);
        };
    }

    /** Labels or annotations as a file of the downward API has them. */
    static String lines(Map<String, String> map) {
        return map.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + GoText.quote(entry.getValue()))
                .collect(Collectors.joining("\n"));
    }

    /** The value of a resource of a container, in units of the divisor, rounded up. */
    String resource(ResourceFieldSelector selector, Container fallback) throws ConfigFailure {
        var container = selector.containerName().isEmpty() ? fallback : container(selector.containerName());
        var parts = selector.resource().split("\\.", 2);
        var resource = parts.length < 2 ? "" : parts[1];
        var quantity = switch (parts[0]) {
            case "limits" -> limit(container, resource);
            case "requests" -> container.resources().requests().getOrDefault(resource, Quantity.ZERO);
            default -> throw new ConfigFailure("unsupported container resource : " + selector.resource());
        };
        return scaled(quantity, selector.divisor());
    }

    private Quantity limit(Container container, String resource) {
        var limit = container.resources().limits().get(resource);
        return limit != null && !limit.isZero() ? limit : site.allocatable().getOrDefault(resource, Quantity.ZERO);
    }

    private static String scaled(Quantity quantity, @Nullable Quantity divisor) {
        var by = divisor == null || divisor.isZero() ? BigDecimal.ONE : divisor.toBigDecimal();
        return quantity.toBigDecimal().divide(by, 0, RoundingMode.CEILING).toPlainString();
    }

    private Container container(String name) throws ConfigFailure {
        for (var slot : run.all()) {
            if (slot.name().equals(name)) {
                return slot.container();
            }
        }
        throw new ConfigFailure("container " + name + " not found");
    }
}
