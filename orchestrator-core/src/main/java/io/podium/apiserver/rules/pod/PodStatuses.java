package io.podium.apiserver.rules.pod;

import io.podium.api.core.ContainerStatus;
import io.podium.api.core.Pod;
import io.podium.api.core.PodCondition;
import io.podium.api.core.PodConditionBuilder;
import io.podium.api.core.PodIP;
import io.podium.api.core.PodIPBuilder;
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
        checkAddresses(status.podIPs(), STATUS.child("podIPs"), problems);
        var conditions = status.conditions();
        for (int i = 0; i < conditions.size(); i++) {
            var type = conditions.get(i).type();
            if (type.indexOf('/') >= 0) {
                problems.invalidAll(
                        STATUS.child("conditions").index(i).child("type"), type, Formats.qualifiedName(type));
            }
        }
        boolean never = updated.spec().restartPolicy().equals("Never");
        boolean onFailure = updated.spec().restartPolicy().equals("OnFailure");
        if (never || onFailure) {
            checkTransitions(
                    status.containerStatuses(),
                    old.status().containerStatuses(),
                    onFailure,
                    STATUS.child("containerStatuses"),
                    problems);
        }
    }

    private static void checkAddresses(List<PodIP> ips, Path path, Problems problems) {
        for (int i = 0; i < ips.size(); i++) {
            var ip = ips.get(i).ip();
            problems.invalidAll(path.index(i), ip, Addresses.ipProblems(ip));
            for (int earlier = 0; earlier < i; earlier++) {
                if (ips.get(earlier).ip().equals(ip)) {
                    problems.duplicate(path.index(i), ip);
                    break;
                }
            }
        }
        if (ips.size() > 2) {
            problems.invalid(path, ips.size(), "may specify no more than one IP for each IP family");
        }
    }

    /** A container that has ended for good does not come back. */
    private static void checkTransitions(
            List<ContainerStatus> now,
            List<ContainerStatus> before,
            boolean failuresRestart,
            Path path,
            Problems problems) {
        for (var old : before) {
            var ended = old.state().terminated();
            if (ended == null || failuresRestart && ended.exitCode() != 0) {
                continue;
            }
            for (int i = 0; i < now.size(); i++) {
                var status = now.get(i);
                if (status.name().equals(old.name()) && status.state().terminated() == null) {
                    problems.forbidden(path.index(i).child("state"), "may not be transitioned to non-terminated state");
                }
            }
        }
    }
}
