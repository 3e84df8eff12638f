package io.podium.apiserver.rules;

import io.podium.api.core.LoadBalancerIngress;
import io.podium.api.core.Service;
import io.podium.apiserver.validation.Addresses;
import io.podium.apiserver.validation.Formats;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.List;

/** What the status of a Service says of its load balancer. */
final class LoadBalancerRules {
    private static final Path INGRESS = Path.of("status").child("loadBalancer").child("ingress");
    private static final List<String> MODES = List.of("Proxy", "VIP");

    private LoadBalancerRules() {}

    static void validate(Service service, Problems problems) {
        var ingress = service.status().loadBalancer().ingress();
        if (!ingress.isEmpty() && !service.spec().type().equals("LoadBalancer")) {
            problems.forbidden(INGRESS, "may only be used when `spec.type` is \"LoadBalancer\"");
        }
        for (int i = 0; i < ingress.size(); i++) {
            validate(ingress.get(i), INGRESS.index(i), problems);
        }
    }

    private static void validate(LoadBalancerIngress point, Path path, Problems problems) {
        var mode = point.ipMode();
        if (!point.ip().isEmpty()) {
            problems.invalidAll(path.child("ip"), point.ip(), Addresses.ipProblems(point.ip()));
            if (mode == null) {
                problems.required(path.child("ipMode"), "must be specified when `ip` is set");
            }
        } else if (mode != null) {
            problems.forbidden(path.child("ipMode"), "may not be specified when `ip` is not set");
        }
        if (mode != null) {
            Checks.oneOf(path.child("ipMode"), mode, MODES, problems);
        }
        if (!point.hostname().isEmpty()) {
            problems.invalidAll(path.child("hostname"), point.hostname(), Formats.dns1123Subdomain(point.hostname()));
            if (Addresses.parse(point.hostname()).isPresent()) {
                problems.invalid(path.child("hostname"), point.hostname(), "must be a DNS name, not an IP address");
            }
        }
    }
}
