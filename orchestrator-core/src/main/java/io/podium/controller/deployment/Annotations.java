package io.podium.controller.deployment;

import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Sorted;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The annotations in which deployments and their replica sets keep revisions and sizes. */
final class Annotations {
    static final String REVISION = "deployment.kubernetes.io/revision";
    static final String REVISION_HISTORY = "deployment.kubernetes.io/revision-history";
    static final String DESIRED_REPLICAS = "deployment.kubernetes.io/desired-replicas";
    static final String MAX_REPLICAS = "deployment.kubernetes.io/max-replicas";

    /** How many characters of history Kubernetes keeps. */
    private static final int LONGEST_HISTORY = 2000;

    private static final List<String> NOT_COPIED = List.of(
            "kubectl.kubernetes.io/last-applied-configuration",
            REVISION,
            REVISION_HISTORY,
            DESIRED_REPLICAS,
            MAX_REPLICAS,
            "deprecated.deployment.rollback.to");

    private Annotations() {}

    static long revision(ApiObject<?> object) {
        return number(object, REVISION);
    }

    /** The size that a replica set was scaled for, or -1 if that is not said. */
    static long desiredReplicas(ApiObject<?> set) {
        return set.annotation(DESIRED_REPLICAS) == null ? -1 : number(set, DESIRED_REPLICAS);
    }

    static long maxReplicas(ApiObject<?> set) {
        return number(set, MAX_REPLICAS);
    }

    private static long number(ApiObject<?> object, String annotation) {
        return number(object.annotation(annotation));
    }

    /** What somebody else has written there may be no number. */
    private static long number(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** A replica set's annotations, with those of its deployment, and with a revision if it is newer than the present one. */
    static Map<String, String> ofSet(Map<String, String> present, Map<String, String> deployment, long revision) {
        var annotations = new TreeMap<>(present);
        deployment.forEach((key, value) -> {
            if (!NOT_COPIED.contains(key)) {
                annotations.put(key, value);
            }
        });
        long old = number(annotations.get(REVISION));
        if (old < revision) {
            annotations.put(REVISION, Long.toString(revision));
            if (old > 0) {
                annotations.merge(REVISION_HISTORY, Long.toString(old), Annotations::longer);
            }
        }
        return Sorted.copyOf(annotations);
    }

    /** A history with one more revision, without the oldest if it would be too long. */
    private static String longer(String history, String newest) {
        var all = history + "," + newest;
        int first = 0;
        while (all.length() - first > LONGEST_HISTORY) {
            first = all.indexOf(',', first) + 1;
        }
        return all.substring(first);
    }

    static Map<String, String> sized(Map<String, String> present, int desired, int max) {
        return Sorted.with(
                Sorted.with(present, DESIRED_REPLICAS, Integer.toString(desired)), MAX_REPLICAS, Integer.toString(max));
    }
}
