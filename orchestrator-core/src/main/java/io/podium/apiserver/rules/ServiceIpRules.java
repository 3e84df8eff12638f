package io.podium.apiserver.rules;

import io.podium.api.core.ServiceSpec;
import io.podium.apiserver.validation.Addresses;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.List;
import java.util.TreeSet;

/** How the cluster IPs of a Service and their families fit each other. */
public final class ServiceIpRules {
    private static final List<String> FAMILIES = List.of("IPv4", "IPv6");
    private static final List<String> POLICIES = List.of("PreferDualStack", "RequireDualStack", "SingleStack");
    private static final Path SPEC = Path.of("spec");
    private static final Path CLUSTER_IPS = SPEC.child("clusterIPs");
    private static final Path IP_FAMILIES = SPEC.child("ipFamilies");

    private ServiceIpRules() {}

    /**
     * Checks a Service before addresses are given to it, and again before it is stored.
     *
     * @param spec of the Service
     * @param problems collects what is wrong
     */
    public static void validate(ServiceSpec spec, Problems problems) {
        if (ServiceTraits.isExternalName(spec)) {
            return;
        }
        validateMatch(spec, problems);
        var policy = spec.ipFamilyPolicy();
        if (policy != null) {
            Checks.oneOf(SPEC.child("ipFamilyPolicy"), policy, POLICIES, problems);
        }
        validateFamilies(spec.ipFamilies(), problems);
        validateIps(spec, problems);
    }

    /** The first address and the first family stay; whether there is a second one may change. */
    static void validateChange(ServiceSpec now, ServiceSpec old, Problems problems) {
        if (!ServiceTraits.needsClusterIp(now) || !ServiceTraits.needsClusterIp(old)) {
            return;
        }
        validateKept(CLUSTER_IPS, now.clusterIPs(), old.clusterIPs(), problems);
        validateKept(IP_FAMILIES, now.ipFamilies(), old.ipFamilies(), problems);
    }

    private static void validateKept(Path path, List<String> now, List<String> old, Problems problems) {
        for (int i = 0; i < Math.min(now.size(), old.size()); i++) {
            if (!now.get(i).equals(old.get(i))) {
                problems.invalid(path.index(i), now, "may not change once set");
            }
        }
        if (now.isEmpty() && !old.isEmpty()) {
            problems.invalid(path.index(0), now, "primary value may not be unset");
        }
    }

    private static void validateMatch(ServiceSpec spec, Problems problems) {
        var ips = spec.clusterIPs();
        if (ips.isEmpty()) {
            if (!spec.clusterIP().isEmpty()) {
                problems.required(CLUSTER_IPS, "");
            }
        } else if (spec.clusterIP().isEmpty()) {
            problems.invalid(CLUSTER_IPS, ips, "must be empty when `clusterIP` is not specified");
        } else if (!spec.clusterIP().equals(ips.getFirst())) {
            problems.invalid(CLUSTER_IPS, ips, "first value must match `clusterIP`");
        }
    }

    private static void validateFamilies(List<String> families, Problems problems) {
        for (int i = 0; i < families.size(); i++) {
            var family = families.get(i);
            Checks.oneOf(IP_FAMILIES.index(i), family, FAMILIES, problems);
            if (families.indexOf(family) < i) {
                problems.duplicate(IP_FAMILIES.index(i), family);
            }
        }
    }

    private static void validateIps(ServiceSpec spec, Problems problems) {
        var ips = spec.clusterIPs();
        boolean sound = true;
        for (int i = 0; i < ips.size(); i++) {
            var ip = ips.get(i);
            if (ip.equals(ServiceTraits.NONE) && i == 0) {
                if (ips.size() > 1) {
                    problems.invalid(CLUSTER_IPS, ips, "'None' must be the first and only value");
                    sound = false;
                }
                continue;
            }
            var wrong = Addresses.ipProblems(ip);
            problems.invalidAll(CLUSTER_IPS.index(i), ip, wrong);
            sound &= wrong.isEmpty();
        }
        if (ips.size() > 2) {
            problems.invalid(CLUSTER_IPS, ips, "may only hold up to 2 values");
            sound = false;
        }
        if (sound && !ServiceTraits.isHeadless(spec)) {
            validateFamiliesOfIps(spec, problems);
        }
    }

    private static void validateFamiliesOfIps(ServiceSpec spec, Problems problems) {
        var ips = spec.clusterIPs();
        var seen = new TreeSet<String>();
        for (int i = 0; i < ips.size(); i++) {
            var family = familyOf(ips.get(i));
            if (!seen.add(family)) {
                problems.invalid(CLUSTER_IPS, ips, "may specify no more than one IP for each IP family");
            }
            if (i < spec.ipFamilies().size() && !spec.ipFamilies().get(i).equals(family)) {
                problems.invalid(
                        CLUSTER_IPS.index(i),
                        ips.get(i),
                        "expected an " + spec.ipFamilies().get(i) + " value as indicated by `ipFamilies[" + i + "]`");
            }
        }
    }

    private static String familyOf(String ip) {
        return Addresses.parse(ip).filter(Addresses::isV6).isPresent() ? "IPv6" : "IPv4";
    }
}
