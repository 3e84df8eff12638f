package io.podium.apiserver.services;

import io.podium.api.core.ServiceSpec;
import io.podium.apiserver.rules.ServiceTraits;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.List;

/** The address families of Services in a cluster whose Services have IPv4 addresses only. */
final class IpFamilies {
    private static final String V4 = "IPv4";
    private static final String V6 = "IPv6";
    private static final String SINGLE = "SingleStack";
    private static final String REQUIRE_DUAL = "RequireDualStack";
    private static final Path SPEC = Path.of("spec");
    private static final Path POLICY = SPEC.child("ipFamilyPolicy");
    private static final Path FAMILIES = SPEC.child("ipFamilies");

    private IpFamilies() {}

    static ServiceSpec of(ServiceSpec spec, Problems problems) {
        if (!ServiceTraits.needsClusterIp(spec)) {
            return spec;
        }
        return ServiceTraits.isHeadless(spec) && spec.selector().isEmpty()
                ? unselected(spec)
                : selected(spec, problems);
    }

    /** Who lists endpoints by hand may list them of both families. */
    private static ServiceSpec unselected(ServiceSpec said) {
        var spec = said.ipFamilyPolicy() == null && said.ipFamilies().size() != 1
                ? said.withIpFamilyPolicy(REQUIRE_DUAL)
                : said.ipFamilyPolicy() == null ? said.withIpFamilyPolicy(SINGLE) : said;
        if (SINGLE.equals(spec.ipFamilyPolicy())) {
            return spec.ipFamilies().isEmpty() ? spec.withIpFamilies(List.of(V4)) : spec;
        }
        return switch (spec.ipFamilies().size()) {
            case 0 -> spec.withIpFamilies(List.of(V4, V6));
            case 1 -> spec.withIpFamilies(spec.ipFamilies().getFirst().equals(V6) ? List.of(V6, V4) : List.of(V4, V6));
            default -> spec;
        };
    }

    private static ServiceSpec selected(ServiceSpec spec, Problems problems) {
        var policy = spec.ipFamilyPolicy();
        if (REQUIRE_DUAL.equals(policy)) {
            problems.invalid(POLICY, policy, "this cluster is not configured for dual-stack services");
        }
        if ((policy == null || policy.equals(SINGLE)) && spec.clusterIPs().size() == 2) {
            problems.invalid(
                    POLICY,
                    policy,
                    "must be 'RequireDualStack' or 'PreferDualStack' when multiple cluster IPs are specified");
        }
        if (spec.ipFamilies().equals(List.of(V4, V6)) || spec.ipFamilies().equals(List.of(V6, V4))) {
            if (policy == null || policy.equals(SINGLE)) {
                problems.invalid(
                        POLICY,
                        policy,
                        "must be 'RequireDualStack' or 'PreferDualStack' when multiple IP families are specified");
            }
        }
        int other = spec.ipFamilies().indexOf(V6);
        if (other >= 0) {
            problems.invalid(FAMILIES.index(other), V6, "not configured on this cluster");
        }
        var result = spec.ipFamilyPolicy() == null ? spec.withIpFamilyPolicy(SINGLE) : spec;
        return result.ipFamilies().isEmpty() ? result.withIpFamilies(List.of(V4)) : result;
    }
}
