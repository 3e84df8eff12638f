package io.podium.apiserver.rules.pod;

import io.podium.api.core.Container;
import io.podium.api.core.Pod;
import io.podium.api.core.PodSpec;
import io.podium.api.meta.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is valid in a pod and yet most likely a mistake. */
final class PodWarnings {
    private static final int MILLI = 1000;
    private static final List<String> REPLACED_LABELS = List.of("beta.kubernetes.io/arch", "beta.kubernetes.io/os");

    private PodWarnings() {}

    static List<String> of(Pod pod) {
        var warnings = new ArrayList<String>(0);
        var spec = pod.spec();
        for (var key : spec.nodeSelector().keySet()) {
            if (REPLACED_LABELS.contains(key)) {
                warnings.add("spec.nodeSelector[" + key + "]: deprecated since v1.14; use \""
                        + key.substring("beta.".length()) + "\" instead");
            }
        }
        var grace = spec.terminationGracePeriodSeconds();
        if (grace != null && grace < 0) {
            warnings.add("spec.terminationGracePeriodSeconds: must be >= 0; negative values are invalid and will be"
                    + " treated as 1");
        }
        addAliases(spec, warnings);
        addContainers(spec.initContainers(), "spec.initContainers", warnings);
        addContainers(spec.containers(), "spec.containers", warnings);
        return List.copyOf(warnings);
    }

    private static void addAliases(PodSpec spec, List<String> warnings) {
        var aliases = spec.hostAliases();
        for (int i = 0; i < aliases.size(); i++) {
            for (int earlier = 0; earlier < i; earlier++) {
                if (aliases.get(earlier).ip().equals(aliases.get(i).ip())) {
                    warnings.add("spec.hostAliases[" + i + "].ip: duplicates ip of spec.hostAliases[" + earlier + "]");
                    break;
                }
            }
        }
    }

    private static void addContainers(List<Container> containers, String path, List<String> warnings) {
        for (int i = 0; i < containers.size(); i++) {
            var container = containers.get(i);
            var place = path + "[" + i + "]";
            addFractions(container.resources().limits(), place + ".resources.limits", warnings);
            addFractions(container.resources().requests(), place + ".resources.requests", warnings);
            addEnv(container, place, warnings);
        }
    }

    private static void addFractions(Map<String, Quantity> amounts, String path, List<String> warnings) {
        var memory = amounts.get("memory");
        if (memory != null && memory.milliValue() % MILLI != 0) {
            warnings.add(path + "[memory]: fractional byte value \"" + memory + "\" is invalid, must be an integer");
        }
    }

    private static void addEnv(Container container, String path, List<String> warnings) {
        var env = container.env();
        for (int i = 0; i < env.size(); i++) {
            for (int earlier = 0; earlier < i; earlier++) {
                if (env.get(earlier).name().equals(env.get(i).name())) {
                    warnings.add(path + ".env[" + i + "]: hides previous definition of \""
                            + env.get(i).name() + "\", which may be dropped when using apply");
                    break;
                }
            }
        }
    }
}
