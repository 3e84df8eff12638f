package io.podium.apiserver.rules.pod;

import io.podium.api.core.PodResourceClaim;
import io.podium.apiserver.validation.Formats;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.List;

/** Checks a pod's claims of devices. */
final class ClaimRules {
    private ClaimRules() {}

    static void check(List<PodResourceClaim> claims, Path path, Problems problems) {
        for (int i = 0; i < claims.size(); i++) {
            checkName(i, claims, path.index(i), problems);
            checkSource(claims.get(i), path.index(i), problems);
        }
    }

    private static void checkName(int position, List<PodResourceClaim> claims, Path path, Problems problems) {
        var claim = claims.get(position);
        var place = path.child("name");
        if (claim.name().isEmpty()) {
            problems.required(place, "");
            return;
        }
        for (int i = 0; i < position; i++) {
            if (claims.get(i).name().equals(claim.name())) {
                problems.duplicate(place, claim.name());
                return;
            }
        }
        problems.invalidAll(place, claim.name(), Formats.dns1123Label(claim.name()));
    }

    private static void checkSource(PodResourceClaim claim, Path path, Problems problems) {
        var name = claim.resourceClaimName();
        var template = claim.resourceClaimTemplateName();
        if (name != null && template != null) {
            problems.invalid(
                    path,
                    claim.name(),
                    "at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified");
        }
        if (name == null && template == null) {
            problems.invalid(
                    path, claim.name(), "must specify one of: `resourceClaimName`, `resourceClaimTemplateName`");
        }
        if (name != null) {
            problems.invalidAll(path.child("resourceClaimName"), name, Formats.dns1123Subdomain(name));
        }
        if (template != null) {
            problems.invalidAll(path.child("resourceClaimTemplateName"), template, Formats.dns1123Subdomain(template));
        }
    }
}
