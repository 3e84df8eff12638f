package io.podium.apiserver.rules.pod;

import io.podium.api.core.Container;
import io.podium.api.core.ContainerStatus;
import io.podium.api.core.HostIP;
import io.podium.api.core.Pod;
import io.podium.api.core.PodCondition;
import io.podium.api.core.PodConditionBuilder;
import io.podium.api.core.PodIP;
import io.podium.api.core.PodIPBuilder;
import io.podium.api.core.PodResourceClaim;
import io.podium.api.core.PodResourceClaimStatus;
import io.podium.api.core.PodStatus;
import io.podium.api.core.PodStatusBuilder;
import io.podium.apiserver.validation.Addresses;
import io.podium.apiserver.validation.Formats;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.List;

/** The status that a pod begins with, and what may become of it. */
final class PodStatuses {
    private static final Path STATUS = Path.of("status");
    private static final Path CONDITIONS = Path.of("metadata").child("conditions");
    private static final List<String> OWN_CONDITIONS = List.of("PodScheduled", "Ready", "Initialized");
    private static final String GUARANTEED = "Guaranteed";
    private static final String BURSTABLE = "Burstable";

    private static final PodStatus BEST_EFFORT_POD = pending("BestEffort");
    private static final PodStatus BURSTABLE_POD = pending(BURSTABLE);
    private static final PodStatus GUARANTEED_POD = pending(GUARANTEED);

    private static final PodCondition GATED = new PodConditionBuilder()
            .type("PodScheduled")
            .status("False")
            .reason("SchedulingGated")
            .message("Scheduling is blocked due to non-empty scheduling gates")
            .build();

    private PodStatuses() {}

    private static PodStatus pending(String qosClass) {
        return new PodStatusBuilder().phase("Pending").qosClass(qosClass).build();
    }

    /** The status of a new pod. */
    static PodStatus initial(Pod pod) {
        var status = switch (QualityOfService.of(pod.spec())) {
            case GUARANTEED -> GUARANTEED_POD;
            case BURSTABLE -> BURSTABLE_POD;
            default -> BEST_EFFORT_POD;
        };
        return pod.spec().schedulingGates().isEmpty() ? status : status.withConditions(List.of(GATED));
    }

    /** The status as it is stored: with the single addresses that go with the lists of addresses, and with the class of service. */
    static PodStatus completed(PodStatus updated, PodStatus old) {
        var status = updated;
        if (status.qosClass().isEmpty() && !old.qosClass().isEmpty()) {
            status = status.withQosClass(old.qosClass());
        }
        var ips = status.podIPs();
        if (!status.podIP().isEmpty() && (ips.isEmpty() || !ips.getFirst().ip().equals(status.podIP()))) {
            PodIP ip = new PodIPBuilder().ip(status.podIP()).build();
            status = status.withPodIPs(List.of(ip));
        } else if (status.podIP().isEmpty() && !ips.isEmpty()) {
            status = status.withPodIP(ips.getFirst().ip());
        }
        return status;
    }

    static void check(Pod updated, Pod old, Problems problems) {
        var status = updated.status();
        var nominated = status.nominatedNodeName();
        if (!nominated.isEmpty() && !nominated.equals(old.status().nominatedNodeName())) {
            problems.invalidAll(STATUS.child("nominatedNodeName"), nominated, Formats.dns1123Subdomain(nominated));
        }
        checkConditions(status.conditions(), problems);
        if (!status.qosClass().equals(old.status().qosClass())) {
            problems.invalid(STATUS.child("qosClass"), status.qosClass(), "field is immutable");
        }
        checkTransitions(updated, old, problems);
        checkClaims(status.resourceClaimStatuses(), updated.spec().resourceClaims(), problems);
        checkAddresses(status.podIPs().stream().map(PodIP::ip).toList(), STATUS.child("podIPs"), problems);
        checkAddresses(status.hostIPs().stream().map(HostIP::ip).toList(), STATUS.child("hostIPs"), problems);
        if (!status.hostIPs().isEmpty() && !status.hostIPs().getFirst().ip().equals(status.hostIP())) {
            problems.invalid(
                    STATUS.child("hostIPs").index(0).child("ip"),
                    status.hostIPs().getFirst().ip(),
                    "must be equal to `hostIP`");
        }
    }

    /** Kubernetes names the metadata here, and its own field. */
    private static void checkConditions(List<PodCondition> conditions, Problems problems) {
        for (int i = 0; i < conditions.size(); i++) {
            var type = conditions.get(i).type();
            if (!OWN_CONDITIONS.contains(type)) {
                problems.invalidAll(CONDITIONS.index(i).child("Type"), type, Formats.qualifiedName(type));
            }
        }
    }

    private static void checkClaims(
            List<PodResourceClaimStatus> statuses, List<PodResourceClaim> claims, Problems problems) {
        for (int i = 0; i < statuses.size(); i++) {
            var name = statuses.get(i).name();
            var place = STATUS.child("resourceClaimStatuses").index(i).child("name");
            if (claims.stream().noneMatch(claim -> claim.name().equals(name))) {
                problems.invalid(place, name, "must match the name of an entry in `spec.resourceClaims`");
            }
            if (statuses.subList(0, i).stream()
                    .anyMatch(earlier -> earlier.name().equals(name))) {
                problems.duplicate(place, name);
            }
            var claim = statuses.get(i).resourceClaimName();
            if (claim != null) {
                problems.invalidAll(place, claim, Formats.dns1123Subdomain(claim));
            }
        }
    }

    private static void checkAddresses(List<String> ips, Path path, Problems problems) {
        boolean valid = true;
        boolean mixed = false;
        for (int i = 0; i < ips.size(); i++) {
            var ip = ips.get(i);
            var details = Addresses.ipProblems(ip);
            problems.invalidAll(path.index(i), ip, details);
            if (ips.subList(0, i).contains(ip)) {
                problems.duplicate(path.index(i), ip);
            }
            valid &= details.isEmpty();
            mixed |= ip.indexOf(':') >= 0 != ips.getFirst().indexOf(':') >= 0;
        }
        if (ips.size() > 2 || valid && ips.size() > 1 && !mixed) {
            problems.invalid(path, ips, "may specify no more than one IP for each IP family");
        }
    }

    private static void checkTransitions(Pod updated, Pod old, Problems problems) {
        var policy = old.spec().restartPolicy();
        var now = updated.status();
        var before = old.status();
        var restartable = old.spec().initContainers().stream()
                .filter(each -> "Always".equals(each.restartPolicy()))
                .map(Container::name)
                .toList();
        checkTransitions(
                now.containerStatuses(),
                before.containerStatuses(),
                List.of(),
                policy,
                STATUS.child("containerStatuses"),
                problems);
        checkTransitions(
                now.initContainerStatuses(),
                before.initContainerStatuses(),
                restartable,
                policy,
                STATUS.child("initContainerStatuses"),
                problems);
        checkTransitions(
                now.ephemeralContainerStatuses(),
                before.ephemeralContainerStatuses(),
                List.of(),
                "Never",
                STATUS.child("ephemeralContainerStatuses"),
                problems);
    }

    /** A container that has ended for good does not come back. The place is the one that it had before. */
    private static void checkTransitions(
            List<ContainerStatus> now,
            List<ContainerStatus> before,
            List<String> restartable,
            String policy,
            Path path,
            Problems problems) {
        if (policy.equals("Always")) {
            return;
        }
        for (int i = 0; i < before.size(); i++) {
            var old = before.get(i);
            var ended = old.state().terminated();
            if (ended == null
                    || policy.equals("OnFailure") && ended.exitCode() != 0
                    || restartable.contains(old.name())) {
                continue;
            }
            if (now.stream()
                    .anyMatch(status ->
                            status.name().equals(old.name()) && status.state().terminated() == null)) {
                problems.forbidden(path.index(i).child("state"), "may not be transitioned to non-terminated state");
            }
        }
    }
}
