package io.podium.apiserver.rules;

import io.podium.api.core.Service;
import io.podium.api.core.ServicePort;
import io.podium.api.core.ServiceSpec;
import io.podium.api.core.SessionAffinityConfig;
import io.podium.api.meta.IntOrString;
import io.podium.apiserver.validation.Addresses;
import io.podium.apiserver.validation.Formats;
import io.podium.apiserver.validation.LabelSelectors;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What makes a Service valid. */
final class ServiceValidation {
    private static final int MAX_AFFINITY_SECONDS = 86_400;
    private static final List<String> TYPES = List.of("ClusterIP", "ExternalName", "LoadBalancer", "NodePort");
    private static final List<String> PROTOCOLS = List.of("SCTP", "TCP", "UDP");
    private static final List<String> AFFINITIES = List.of("ClientIP", "None");
    private static final List<String> POLICIES = List.of("Cluster", "Local");
    private static final List<String> DISTRIBUTIONS = List.of("PreferClose", "PreferSameNode", "PreferSameZone");
    private static final Path SPEC = Path.of("spec");
    private static final Path PORTS = SPEC.child("ports");
    private static final Path CLUSTER_IPS = SPEC.child("clusterIPs");
    private static final Path AFFINITY_CONFIG = SPEC.child("sessionAffinityConfig");
    private static final Path CLIENT_IP = AFFINITY_CONFIG.child("clientIP");
    private static final Path SOURCE_RANGES = SPEC.child("LoadBalancerSourceRanges"); // Kubernetes spells it so here
    private static final Path BALANCER_CLASS = SPEC.child("loadBalancerClass");
    private static final Path HEALTH_PORT = SPEC.child("healthCheckNodePort");
    private static final Path ANNOTATIONS = Path.of("metadata").child("annotations");
    private static final String TOPOLOGY = "service.kubernetes.io/topology-mode";
    private static final String TOPOLOGY_BEFORE = "service.kubernetes.io/topology-aware-hints";
    private static final String RANGES = "service.beta.kubernetes.io/load-balancer-source-ranges";
    private static final String ONLY_BALANCER = "may only be used when `type` is 'LoadBalancer'";

    private ServiceValidation() {}

    static void validate(Service service, Problems problems) {
        var spec = service.spec();
        validateTopology(service.metadata().annotations(), problems);
        validateType(spec, problems);
        validatePorts(spec, problems);
        LabelSelectors.checkLabels(spec.selector(), SPEC.child("selector"), problems);
        validateAffinity(spec, problems);
        ServiceIpRules.validate(spec, problems);
        validateExternalIps(spec, problems);
        validateBalancer(service, problems);
        validateTraffic(spec, problems);
    }

    static void validateChange(ServiceSpec now, ServiceSpec old, Problems problems) {
        ServiceIpRules.validateChange(now, old, problems);
        if (ServiceTraits.needsHealthCheckPort(now)
                && ServiceTraits.needsHealthCheckPort(old)
                && now.healthCheckNodePort() != old.healthCheckNodePort()) {
            problems.forbidden(HEALTH_PORT, "field is immutable");
        }
        if (isBalancer(now) && isBalancer(old) && !Objects.equals(now.loadBalancerClass(), old.loadBalancerClass())) {
            problems.invalid(BALANCER_CLASS, now.loadBalancerClass(), "may not change once set");
        }
    }

    /** The annotation has two names. */
    private static void validateTopology(Map<String, String> annotations, Problems problems) {
        var mode = annotations.get(TOPOLOGY);
        if (mode != null && !mode.equals(annotations.getOrDefault(TOPOLOGY_BEFORE, mode))) {
            problems.invalid(
                    ANNOTATIONS.key(TOPOLOGY),
                    mode,
                    "must match annotations[" + TOPOLOGY_BEFORE + "] when both are specified");
        }
    }

    private static void validateType(ServiceSpec spec, Problems problems) {
        Checks.requiredOneOf(SPEC.child("type"), spec.type(), TYPES, problems);
        switch (spec.type()) {
            case "LoadBalancer", "NodePort" -> {
                if (ServiceTraits.isHeadless(spec)) {
                    problems.invalid(
                            CLUSTER_IPS.index(0),
                            ServiceTraits.NONE,
                            "may not be set to 'None' for " + spec.type() + " services");
                }
            }
            case "ExternalName" -> validateExternalName(spec, problems);
            default -> {
                // nothing more to say of the type alone
            }
        }
    }

    private static void validateExternalName(ServiceSpec spec, Problems problems) {
        var useless = "may not be set for ExternalName services";
        if (!spec.clusterIPs().isEmpty()) {
            problems.forbidden(CLUSTER_IPS, useless);
        }
        if (!spec.ipFamilies().isEmpty()) {
            problems.forbidden(SPEC.child("ipFamilies"), useless);
        }
        if (spec.ipFamilyPolicy() != null) {
            problems.forbidden(SPEC.child("ipFamilyPolicy"), useless);
        }
        var name = spec.externalName();
        var relative = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        if (relative.isEmpty()) {
            problems.required(SPEC.child("externalName"), "");
        } else {
            problems.invalidAll(SPEC.child("externalName"), name, Formats.dns1123Subdomain(relative));
        }
    }

    private static void validatePorts(ServiceSpec spec, Problems problems) {
        if (spec.ports().isEmpty() && !ServiceTraits.isHeadless(spec) && !ServiceTraits.isExternalName(spec)) {
            problems.required(PORTS, "");
        }
        var names = new TreeSet<String>();
        var numbers = new TreeSet<String>();
        var nodePorts = new TreeSet<String>();
        boolean requireName = spec.ports().size() > 1;
        for (int i = 0; i < spec.ports().size(); i++) {
            var port = spec.ports().get(i);
            var path = PORTS.index(i);
            validatePort(port, requireName, names, path, problems);
            if (spec.type().equals("ClusterIP") && port.nodePort() != 0) {
                problems.forbidden(path.child("nodePort"), "may not be used when `type` is 'ClusterIP'");
            }
            if (!numbers.add(port.protocol() + "/" + port.port())) {
                problems.duplicate(path, port.protocol() + "/" + port.port());
            }
            if (port.nodePort() != 0 && !nodePorts.add(port.protocol() + "/" + port.nodePort())) {
                problems.duplicate(path.child("nodePort"), port.nodePort());
            }
        }
    }

    private static void validatePort(
            ServicePort port, boolean requireName, Set<String> names, Path path, Problems problems) {
        if (!port.name().isEmpty()) {
            problems.invalidAll(path.child("name"), port.name(), Formats.dns1123Label(port.name()));
            if (!names.add(port.name())) {
                problems.duplicate(path.child("name"), port.name());
            }
        } else if (requireName) {
            problems.required(path.child("name"), "");
        }
        problems.invalidAll(path.child("port"), port.port(), Formats.portNumber(port.port()));
        Checks.requiredOneOf(path.child("protocol"), port.protocol(), PROTOCOLS, problems);
        switch (port.targetPort()) {
            case null -> {
                // the port itself
            }
            case IntOrString.Int(int number) ->
                problems.invalidAll(path.child("targetPort"), number, Formats.portNumber(number));
            case IntOrString.Text(String name) ->
                problems.invalidAll(path.child("targetPort"), name, Formats.portName(name));
        }
        var appProtocol = port.appProtocol();
        if (appProtocol != null) {
            problems.invalidAll(path.child("appProtocol"), appProtocol, Formats.qualifiedName(appProtocol));
        }
    }

    private static void validateAffinity(ServiceSpec spec, Problems problems) {
        Checks.requiredOneOf(SPEC.child("sessionAffinity"), spec.sessionAffinity(), AFFINITIES, problems);
        var config = spec.sessionAffinityConfig();
        if (spec.sessionAffinity().equals("ClientIP")) {
            validateTimeout(config, problems);
        } else if (spec.sessionAffinity().equals("None") && config != null) {
            problems.forbidden(AFFINITY_CONFIG, "must not be set when session affinity is None");
        }
    }

    private static void validateTimeout(@Nullable SessionAffinityConfig config, Problems problems) {
        if (config == null) {
            problems.required(AFFINITY_CONFIG, "when session affinity type is ClientIP");
            return;
        }
        var timeout = config.clientIP() == null ? null : config.clientIP().timeoutSeconds();
        if (timeout == null) {
            problems.required(CLIENT_IP.child("timeoutSeconds"), "when session affinity type is ClientIP");
        } else if (timeout <= 0 || timeout > MAX_AFFINITY_SECONDS) {
            problems.invalid(
                    CLIENT_IP.child("timeoutSeconds"),
                    timeout,
                    "must be greater than 0 and less than " + MAX_AFFINITY_SECONDS);
        }
    }

    private static void validateExternalIps(ServiceSpec spec, Problems problems) {
        for (int i = 0; i < spec.externalIPs().size(); i++) {
            var ip = spec.externalIPs().get(i);
            var wrong = Addresses.ipProblems(ip);
            var path = SPEC.child("externalIPs").index(i);
            problems.invalidAll(path, ip, wrong.isEmpty() ? Addresses.nonSpecialIpProblems(ip) : wrong);
        }
    }

    private static void validateBalancer(Service service, Problems problems) {
        var spec = service.spec();
        boolean balancer = isBalancer(spec);
        validateRanges(service, balancer, problems);
        if (spec.allocateLoadBalancerNodePorts() != null && !balancer) {
            problems.forbidden(SPEC.child("allocateLoadBalancerNodePorts"), ONLY_BALANCER);
        }
        if (balancer && spec.allocateLoadBalancerNodePorts() == null) {
            problems.required(Path.of("allocateLoadBalancerNodePorts"), "");
        }
        var balancerClass = spec.loadBalancerClass();
        if (balancerClass != null && balancer) {
            problems.invalidAll(BALANCER_CLASS, balancerClass, Formats.qualifiedName(balancerClass));
        } else if (balancerClass != null) {
            problems.forbidden(BALANCER_CLASS, ONLY_BALANCER);
        }
    }

    private static void validateRanges(Service service, boolean balancer, Problems problems) {
        var ranges = service.spec().loadBalancerSourceRanges();
        var annotation = service.metadata().annotations().get(RANGES);
        if (!ranges.isEmpty()) {
            if (!balancer) {
                problems.forbidden(SOURCE_RANGES, ONLY_BALANCER);
            }
            for (int i = 0; i < ranges.size(); i++) {
                problems.invalidAll(
                        SOURCE_RANGES.index(i),
                        ranges.get(i),
                        Addresses.cidrProblems(ranges.get(i).strip()));
            }
        } else if (annotation != null) {
            validateRanges(annotation, balancer, problems);
        }
    }

    private static void validateRanges(String annotation, boolean balancer, Problems problems) {
        var path = ANNOTATIONS.key(RANGES);
        if (!balancer) {
            problems.forbidden(path, ONLY_BALANCER);
        }
        if (annotation.isBlank()) {
            return;
        }
        for (var range : annotation.split(",", -1)) {
            problems.invalidAll(path, annotation, Addresses.cidrProblems(range.strip()));
        }
    }

    private static void validateTraffic(ServiceSpec spec, Problems problems) {
        validateExternalTraffic(spec, problems);
        var internal = spec.internalTrafficPolicy();
        if (internal != null) {
            Checks.oneOf(SPEC.child("internalTrafficPolicy"), internal, POLICIES, problems);
        } else if (ServiceTraits.needsClusterIp(spec)) {
            problems.required(SPEC.child("internalTrafficPolicy"), "");
        }
        var distribution = spec.trafficDistribution();
        if (distribution != null) {
            Checks.oneOf(SPEC.child("trafficDistribution"), distribution, DISTRIBUTIONS, problems);
        }
    }

    private static void validateExternalTraffic(ServiceSpec spec, Problems problems) {
        var path = SPEC.child("externalTrafficPolicy");
        var policy = spec.externalTrafficPolicy();
        if (ServiceTraits.isExternallyAccessible(spec)) {
            Checks.requiredOneOf(path, policy, POLICIES, problems);
        } else if (!policy.isEmpty()) {
            problems.invalid(path, policy, "may only be set for externally-accessible services");
        }
        int port = spec.healthCheckNodePort();
        if (!ServiceTraits.needsHealthCheckPort(spec)) {
            if (port != 0) {
                problems.invalid(
                        HEALTH_PORT,
                        port,
                        "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'");
            }
        } else if (port == 0) {
            problems.required(HEALTH_PORT, "");
        } else {
            problems.invalidAll(HEALTH_PORT, port, Formats.portNumber(port));
        }
    }

    private static boolean isBalancer(ServiceSpec spec) {
        return spec.type().equals("LoadBalancer");
    }
}
