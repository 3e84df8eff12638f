package io.podium.apiserver.rules.pod;

import io.podium.api.core.Pod;
import io.podium.api.core.PodSpec;
import io.podium.api.core.ResourceRequirementsBuilder;
import io.podium.apiserver.validation.Formats;
import io.podium.apiserver.validation.LabelSelectors;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Checks pod specs, in templates and in pods. */
final class PodSpecRules {
    private static final List<String> RESTART_POLICIES = List.of("Always", "OnFailure", "Never");
    private static final List<String> PREEMPTION_POLICIES = List.of("PreemptLowerPriority", "Never");

    private static final Pattern INTEGER = Pattern.compile("0|-[0-9]+|[1-9][0-9]*");
    private static final String APP_ARMOR = "container.apparmor.security.beta.kubernetes.io/";
    private static final String MIRROR = "kubernetes.io/config.mirror";
    private static final String DELETION_COST = "controller.kubernetes.io/pod-deletion-cost";

    private PodSpecRules() {}

    /**
     * Checks a spec.
     *
     * @param podName the name of the pod, or empty if it is not known
     */
    static void check(PodSpec spec, String podName, Path path, Problems problems) {
        var volumes = VolumeRules.check(spec, podName, path.child("volumes"), problems);
        ClaimRules.check(spec.resourceClaims(), path.child("resourceClaims"), problems);
        new ContainerRules(spec, volumes, problems).checkAll(path);
        PodResources.check(spec, path.child("resources"), problems);
        Checks.oneOf(spec.restartPolicy(), RESTART_POLICIES, path.child("restartPolicy"), problems);
        DnsRules.check(spec, path, problems);
        LabelSelectors.checkLabels(spec.nodeSelector(), path.child("nodeSelector"), problems);
        SecurityRules.checkPod(spec, path, problems);
        AffinityRules.check(spec.affinity(), path.child("affinity"), problems);
        SchedulingRules.checkGates(spec, path, problems);
        SchedulingRules.checkSpread(
                spec.topologySpreadConstraints(), path.child("topologySpreadConstraints"), problems);
        SchedulingRules.checkTolerations(spec.tolerations(), path.child("tolerations"), problems);
        DnsRules.checkAliases(spec.hostAliases(), path.child("hostAliases"), problems);
        checkHostUsers(spec, path, problems);
        checkNames(spec, path, problems);
        checkRest(spec, path, problems);
        OsRules.check(spec, path, problems);
    }

    private static void checkNames(PodSpec spec, Path path, Problems problems) {
        checkSubdomain(spec.serviceAccountName(), path, "serviceAccountName", problems);
        checkSubdomain(spec.nodeName(), path, "nodeName", problems);
        checkSubdomain(spec.priorityClassName(), path, "priorityClassName", problems);
        if (!spec.hostname().isEmpty()) {
            problems.invalidAll(path.child("hostname"), spec.hostname(), Formats.dns1123Label(spec.hostname()));
        }
        if (!spec.subdomain().isEmpty()) {
            problems.invalidAll(path.child("subdomain"), spec.subdomain(), Formats.dns1123Label(spec.subdomain()));
        }
        var runtime = spec.runtimeClassName();
        if (runtime != null) {
            problems.invalidAll(path.child("runtimeClassName"), runtime, Formats.dns1123Subdomain(runtime));
        }
    }

    private static void checkSubdomain(String name, Path path, String field, Problems problems) {
        if (!name.isEmpty()) {
            problems.invalidAll(path.child(field), name, Formats.dns1123Subdomain(name));
        }
    }

    private static void checkRest(PodSpec spec, Path path, Problems problems) {
        var deadline = spec.activeDeadlineSeconds();
        if (deadline != null) {
            problems.invalidAll(
                    path.child("activeDeadlineSeconds"), deadline, Formats.inRange(deadline, 1, Integer.MAX_VALUE));
        }
        if (spec.preemptionPolicy() != null) {
            Checks.oneOf(spec.preemptionPolicy(), PREEMPTION_POLICIES, path.child("preemptionPolicy"), problems);
        }
        if (!spec.overhead().isEmpty()) {
            var overhead =
                    new ResourceRequirementsBuilder().limits(spec.overhead()).build();
            ResourceRules.check(overhead, ResourceRules::checkName, path.child("overhead"), problems);
        }
    }

    private static void checkHostUsers(PodSpec spec, Path path, Problems problems) {
        if (!Boolean.FALSE.equals(spec.hostUsers())) {
            return;
        }
        if (spec.hostNetwork()) {
            problems.forbidden(path.child("hostNetwork"), "when `hostUsers` is false");
        }
        if (spec.hostPID()) {
            problems.forbidden(path.child("HostPID"), "when `hostUsers` is false");
        }
        if (spec.hostIPC()) {
            problems.forbidden(path.child("HostIPC"), "when `hostUsers` is false");
        }
    }

    /** Checks annotations that mean something to a pod. */
    static void checkAnnotations(Map<String, String> annotations, PodSpec spec, Path path, Problems problems) {
        if (annotations.isEmpty()) {
            return;
        }
        var mirror = annotations.get(MIRROR);
        if (mirror != null && spec.nodeName().isEmpty()) {
            problems.invalid(path.key(MIRROR), mirror, "must set spec.nodeName if mirror pod annotation is set");
        }
        var cost = annotations.get(DELETION_COST);
        if (cost != null && !isInt(cost)) {
            problems.invalid(path.key(DELETION_COST), cost, "must be a 32bit integer");
        }
    }

    /** A pod that stands for one that its node runs of its own accord. */
    static boolean isMirror(Pod pod) {
        return pod.metadata().annotations().containsKey(MIRROR);
    }

    /** Some annotations stay as the pod was created with them. */
    static void checkAnnotationsKept(
            Map<String, String> now, Map<String, String> before, Path path, Problems problems) {
        for (var annotation : before.entrySet()) {
            var key = annotation.getKey();
            if (isFixed(key) && !annotation.getValue().equals(now.get(key))) {
                problems.forbidden(path.key(key), "may not be removed or updated");
            }
        }
        for (var key : now.keySet()) {
            if (isFixed(key) && !before.containsKey(key)) {
                problems.forbidden(path.key(key), "may not be added");
            }
        }
    }

    private static boolean isFixed(String annotation) {
        return annotation.equals(MIRROR) || annotation.startsWith(APP_ARMOR);
    }

    /** No plus, and no zeros before a number that has no minus: that is how far Kubernetes looks. */
    private static boolean isInt(String text) {
        if (!INTEGER.matcher(text).matches()) {
            return false;
        }
        try {
            Integer.parseInt(text);
            return true;
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }
}
