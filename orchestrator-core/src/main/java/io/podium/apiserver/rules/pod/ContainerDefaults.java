package io.podium.apiserver.rules.pod;

import io.podium.api.core.Container;
import io.podium.api.core.ContainerPort;
import io.podium.api.core.EphemeralContainer;
import io.podium.api.core.ResourceRequirements;
import io.podium.api.meta.Quantity;
import java.util.Map;
import java.util.TreeMap;

/** Defaults of containers. */
final class ContainerDefaults {
    private static final String TERMINATION_LOG = "/dev/termination-log";

    private ContainerDefaults() {}

    static Container of(Container container) {
        return basics(details(container));
    }

    private static Container basics(Container container) {
        if (!container.imagePullPolicy().isEmpty()
                && !container.terminationMessagePath().isEmpty()
                && !container.terminationMessagePolicy().isEmpty()) {
            return container;
        }
        return container.toBuilder()
                .imagePullPolicy(orDefault(container.imagePullPolicy(), pullPolicy(container.image())))
                .terminationMessagePath(orDefault(container.terminationMessagePath(), TERMINATION_LOG))
                .terminationMessagePolicy(orDefault(container.terminationMessagePolicy(), "File"))
                .build();
    }

    private static Container details(Container container) {
        var ports = Copies.of(container.ports(), ContainerDefaults::port);
        var env = Copies.of(container.env(), FieldDefaults::variable);
        var resources = rounded(container.resources());
        var liveness = HandlerDefaults.probe(container.livenessProbe());
        var readiness = HandlerDefaults.probe(container.readinessProbe());
        var startup = HandlerDefaults.probe(container.startupProbe());
        var lifecycle = HandlerDefaults.lifecycle(container.lifecycle());
        if (ports == container.ports()
                && env == container.env()
                && resources == container.resources()
                && liveness == container.livenessProbe()
                && readiness == container.readinessProbe()
                && startup == container.startupProbe()
                && lifecycle == container.lifecycle()) {
            return container;
        }
        return container.toBuilder()
                .ports(ports)
                .env(env)
                .resources(resources)
                .livenessProbe(liveness)
                .readinessProbe(readiness)
                .startupProbe(startup)
                .lifecycle(lifecycle)
                .build();
    }

    static EphemeralContainer ephemeral(EphemeralContainer container) {
        var common = container.asContainer();
        var defaulted = of(common);
        return defaulted == common ? container : Ephemeral.of(defaulted, container);
    }

    static String pullPolicy(String image) {
        return ImageReference.isMutable(image) ? "Always" : "IfNotPresent";
    }

    private static ContainerPort port(ContainerPort port) {
        return port.protocol().isEmpty() ? port.withProtocol("TCP") : port;
    }

    private static String orDefault(String value, String otherwise) {
        return value.isEmpty() ? otherwise : value;
    }

    static ResourceRequirements rounded(ResourceRequirements resources) {
        var limits = rounded(resources.limits());
        var requests = rounded(resources.requests());
        return limits == resources.limits() && requests == resources.requests()
                ? resources
                : resources.withLimits(limits).withRequests(requests);
    }

    /** Amounts finer than a thousandth are rounded up. */
    static Map<String, Quantity> rounded(Map<String, Quantity> amounts) {
        if (amounts.isEmpty()) {
            return amounts;
        }
        boolean fine = true;
        for (var amount : amounts.values()) {
            fine &= amount.roundedUpToMilli() == amount;
        }
        if (fine) {
            return amounts;
        }
        var rounded = new TreeMap<String, Quantity>();
        amounts.forEach((name, amount) -> rounded.put(name, amount.roundedUpToMilli()));
        return rounded;
    }

    /** The container as a pod has it, not a template: it requests what it is limited to, unless it says otherwise. */
    static Container requestingItsLimits(Container container) {
        var resources = container.resources();
        if (resources.requests().keySet().containsAll(resources.limits().keySet())) {
            return container;
        }
        var requests = new TreeMap<>(resources.limits());
        requests.putAll(resources.requests());
        return container.withResources(resources.withRequests(requests));
    }

    /** The container in the network of its host, where its ports are the host's. */
    static Container onHostPorts(Container container) {
        var ports = Copies.of(
                container.ports(), port -> port.hostPort() == 0 ? port.withHostPort(port.containerPort()) : port);
        return ports == container.ports() ? container : container.withPorts(ports);
    }
}
