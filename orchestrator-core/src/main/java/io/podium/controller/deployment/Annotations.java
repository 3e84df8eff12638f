package io.podium.controller.deployment;

import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Sorted;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The annotations in which deployments and their replica sets keep revisions and sizes. */
final class Annotations {
    static final String REVISION = "deployment.kubernetes.io/revision";
    static final String REVISION_HISTORY = "deployment.kubernetes.io/revision-history";
    static final String DESIRED_REPLICAS = "deployment.kubernetes.io/desired-replicas";
    static final String MAX_REPLICAS = "deployment.kubernetes.io/max-replicas";

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
        var text = object.annotation(annotation);
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
        var old = annotations.get(REVISION);
        long oldRevision = old == null ? 0 : Long.parseLong(old);
        if (oldRevision < revision) {
            annotations.put(REVISION, Long.toString(revision));
            if (oldRevision > 0) {
                annotations.merge(REVISION_HISTORY, old, (history, newest) -> history + "," + newest);
            }
        }
        return Sorted.copyOf(annotations);
    }

    static Map<String, String> sized(Map<String, String> present, int desired, int max) {
        return Sorted.with(
                Sorted.with(present, DESIRED_REPLICAS, Integer.toString(desired)), MAX_REPLICAS, Integer.toString(max));
    }
}
