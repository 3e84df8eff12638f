package io.podium.apiserver.rules.pod;

import io.podium.api.core.Container;
import io.podium.api.core.PodResourceClaim;
import io.podium.api.core.ResourceClaim;
import io.podium.api.core.ResourceRequirements;
import io.podium.api.meta.Quantity;
import io.podium.apiserver.validation.Formats;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.List;
import java.util.Map;

/** Checks requests, limits and claims of resources. */
final class ResourceRules {
    private static final int MILLI = 1000;
    private static final List<String> RESIZABLE = List.of("cpu", "memory");
    private static final List<String> RESIZE_POLICIES = List.of("NotRequired", "RestartContainer");

    private ResourceRules() {}

    /** Which names are allowed. */
    @FunctionalInterface
    interface NameCheck {
        void check(String name, Path path, Problems problems);
    }

    static void checkContainer(Container container, List<PodResourceClaim> claims, Path path, Problems problems) {
        check(container.resources(), ResourceRules::checkName, path.child("resources"), problems);
        var used = container.resources().claims();
        for (int i = 0; i < used.size(); i++) {
            checkClaim(i, used, claims, path.child("resources").child("claims").index(i), problems);
        }
    }

    static void check(ResourceRequirements resources, NameCheck names, Path path, Problems problems) {
        var limits = resources.limits();
        var requests = resources.requests();
        if (limits.isEmpty() && requests.isEmpty()) {
            return;
        }
        checkAmounts(limits, names, path.child("limits"), problems);
        checkAmounts(requests, names, path.child("requests"), problems);
        for (var request : requests.entrySet()) {
            checkAgainstLimit(request.getKey(), request.getValue(), limits, path, problems);
        }
        boolean basic = hasBasics(limits) || hasBasics(requests);
        if (!basic && (hasHugePages(limits) || hasHugePages(requests))) {
            problems.forbidden(path, "HugePages require cpu or memory");
        }
    }

    private static void checkAmounts(Map<String, Quantity> amounts, NameCheck names, Path path, Problems problems) {
        for (var amount : amounts.entrySet()) {
            checkAmount(amount.getKey(), amount.getValue(), names, path, problems);
        }
    }

    private static void checkAmount(String name, Quantity amount, NameCheck names, Path path, Problems problems) {
        names.check(name, path, problems);
        if (amount.signum() < 0) {
            problems.invalid(path.key(name), amount.toString(), "must be greater than or equal to 0");
        }
        if (!ResourceNames.isNative(name) && ResourceNames.isExtended(name) && amount.milliValue() % MILLI != 0) {
            problems.invalid(path.key(name), amount.toString(), "must be an integer");
        }
        if (ResourceNames.isHugePages(name) && !isWholePages(name, amount)) {
            problems.invalid(path.key(name), amount.toString(), "must be integral multiple of its page size");
        }
    }

    private static boolean isWholePages(String name, Quantity amount) {
        try {
            var page = Quantity.of(name.substring(ResourceNames.HUGE_PAGES.length()));
            return page.signum() > 0 && page.milliValue() % MILLI == 0 && amount.value() % page.value() == 0;
        } catch (IllegalArgumentException noSize) {
            return false;
        }
    }

    private static void checkAgainstLimit(
            String name, Quantity request, Map<String, Quantity> limits, Path path, Problems problems) {
        var limit = limits.get(name);
        boolean flexible = ResourceNames.mayBeOvercommitted(name);
        if (limit == null) {
            if (!flexible) {
                problems.required(path.child("limits"), "Limit must be set for non overcommitable resources");
            }
        } else if (!flexible && request.compareTo(limit) != 0) {
            problems.invalid(
                    path.child("requests"), request.toString(), "must be equal to " + name + " limit of " + limit);
        } else if (request.compareTo(limit) > 0) {
            problems.invalid(
                    path.child("requests"),
                    request.toString(),
                    "must be less than or equal to " + name + " limit of " + limit);
        }
    }

    private static boolean hasBasics(Map<String, Quantity> amounts) {
        return amounts.containsKey("cpu") || amounts.containsKey("memory");
    }

    private static boolean hasHugePages(Map<String, Quantity> amounts) {
        for (var name : amounts.keySet()) {
            if (ResourceNames.isHugePages(name)) {
                return true;
            }
        }
        return false;
    }

    static void checkName(String name, Path path, Problems problems) {
        if (ResourceNames.isStandardOfContainers(name) && !ResourceNames.isHugePages(name)) {
            return;
        }
        var details = Formats.qualifiedName(name);
        problems.invalidAll(path.key(name), name, details);
        if (name.indexOf('/') < 0) {
            if (!ResourceNames.isStandardOfContainers(name)) {
                problems.invalid(path.key(name), name, "must be a standard resource for containers");
            }
        } else if (!ResourceNames.isNative(name) && !ResourceNames.isExtended(name)) {
            problems.invalid(path.key(name), name, "doesn't follow extended resource name standard");
        }
    }

    private static void checkClaim(
            int position, List<ResourceClaim> used, List<PodResourceClaim> claims, Path path, Problems problems) {
        var claim = used.get(position);
        if (claim.name().isEmpty()) {
            problems.required(path, "");
            return;
        }
        for (int i = 0; i < position; i++) {
            var earlier = used.get(i);
            if (earlier.name().equals(claim.name())
                    && (earlier.request().isEmpty()
                            || claim.request().isEmpty()
                            || earlier.request().equals(claim.request()))) {
                problems.duplicate(path, claim.name());
                break;
            }
        }
        if (!claim.request().isEmpty()) {
            problems.invalidAll(path.child("request"), claim.request(), Formats.dns1123Label(claim.request()));
        }
        if (claims.stream().noneMatch(each -> each.name().equals(claim.name()))) {
            problems.notFound(path, claim.name());
        }
    }

    static void checkResizePolicy(Container container, String restartPolicy, Path path, Problems problems) {
        var policies = container.resizePolicy();
        for (int i = 0; i < policies.size(); i++) {
            var policy = policies.get(i);
            for (int earlier = 0; earlier < i; earlier++) {
                if (policies.get(earlier).resourceName().equals(policy.resourceName())) {
                    problems.duplicate(path.child("resizePolicy").index(i), policy.resourceName());
                    break;
                }
            }
            Checks.oneOf(policy.resourceName(), RESIZABLE, path.child("resizePolicy"), problems);
            Checks.oneOf(policy.restartPolicy(), RESIZE_POLICIES, path.child("resizePolicy"), problems);
            if (restartPolicy.equals("Never") && !policy.restartPolicy().equals("NotRequired")) {
                problems.invalid(
                        path.child("resizePolicy"),
                        policy.restartPolicy(),
                        "must be 'NotRequired' when `restartPolicy` is 'Never'");
            }
        }
    }
}
