package io.podium.apiserver;

import io.podium.api.client.ListOptions;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.List;

/** What list options may say together. */
final class ListOptionRules {
    private static final Path MATCH = Path.of("resourceVersionMatch");

    private static final List<String> MATCHES = List.of("Exact", "NotOlderThan");

    private ListOptionRules() {}

    /**
     * Checks options.
     *
     * @throws io.podium.api.client.InvalidException if they contradict each other
     */
    static void check(ListOptions options) {
        var problems = new Problems();
        var match = options.match();
        if (!match.isEmpty()) {
            if (options.resourceVersion().isEmpty()) {
                problems.forbidden(MATCH, "resourceVersionMatch is forbidden unless resourceVersion is provided");
            }
            if (!options.continueToken().isEmpty()) {
                problems.forbidden(MATCH, "resourceVersionMatch is forbidden when continue is provided");
            }
            if (!MATCHES.contains(match)) {
                problems.notSupported(MATCH, match, MATCHES);
            }
            if (match.equals("Exact") && options.resourceVersion().equals("0")) {
                problems.forbidden(MATCH, "resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\"");
            }
        }
        if (!problems.isEmpty()) {
            throw Failures.invalid("meta.k8s.io", "ListOptions", "", problems.causes());
        }
    }

    static long parse(String resourceVersion) {
        try {
            long version = Long.parseLong(resourceVersion);
            if (version >= 0) {
                return version;
            }
        } catch (NumberFormatException e) {
            throw invalid(resourceVersion);
        }
        throw invalid(resourceVersion);
    }

    private static RuntimeException invalid(String resourceVersion) {
        return Failures.badRequest("Invalid value: \"" + resourceVersion
                + "\": resourceVersion must be one that a list, get or watch answered, or empty");
    }
}
