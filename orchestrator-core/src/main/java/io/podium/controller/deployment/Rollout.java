package io.podium.controller.deployment;

import io.podium.api.apps.Deployment;
import io.podium.api.apps.ReplicaSet;
import io.podium.api.core.PodTemplateSpec;
import io.podium.api.meta.IntOrString;
import io.podium.api.meta.Sorted;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * A deployment and the replica sets that it controls, oldest first. Pure: it answers questions and decides sizes.
 *
 * @param deployment the deployment
 * @param sets its replica sets
 */
record Rollout(Deployment deployment, List<ReplicaSet> sets) {
    static final String TEMPLATE_HASH = "pod-template-hash";

    private static final Comparator<ReplicaSet> AGE =
            Comparator.comparing(Rollout::createdAt).thenComparing(ReplicaSet::name);

    Rollout {
        sets = sets.stream().sorted(AGE).toList();
    }

    /** The set whose pods are as the deployment's template says: the oldest of them, if there are several. */
    Optional<ReplicaSet> newSet() {
        var template = deployment.spec().template();
        return sets.stream().filter(set -> withoutHash(set).equals(template)).findFirst();
    }

    List<ReplicaSet> oldSets() {
        var newUid = newSet().map(ReplicaSet::uid).orElse("");
        return sets.stream().filter(set -> !set.uid().equals(newUid)).toList();
    }

    Rollout with(ReplicaSet changed) {
        var others = sets.stream().filter(set -> !set.uid().equals(changed.uid()));
        return new Rollout(deployment, Stream.concat(others, Stream.of(changed)).toList());
    }

    Rollout with(Deployment changed) {
        return new Rollout(changed, sets);
    }

    int replicas() {
        return deployment.spec().replicasOrDefault();
    }

    boolean isRolling() {
        return !deployment.spec().strategy().type().equals("Recreate");
    }

    int maxSurge() {
        return isRolling() ? bounds()[0] : 0;
    }

    int maxUnavailable() {
        return isRolling() && replicas() > 0 ? Math.min(bounds()[1], replicas()) : 0;
    }

    /** Surge, rounded up, and unavailability, rounded down; they are never both zero, or nothing could ever be replaced. */
    private int[] bounds() {
        var update = deployment.spec().strategy().rollingUpdate();
        var quarter = IntOrString.of("25%");
        var surge = update == null || update.maxSurge() == null ? quarter : update.maxSurge();
        var unavailable = update == null || update.maxUnavailable() == null ? quarter : update.maxUnavailable();
        int up = surge.scaled(replicas(), true);
        int down = unavailable.scaled(replicas(), false);
        return new int[] {up, up == 0 && down == 0 ? 1 : down};
    }

    /** How many pods the new set should have next. */
    int nextSizeOfNewSet(int present) {
        if (!isRolling()) {
            return replicas();
        }
        int room = replicas() + maxSurge() - total(Rollout::size);
        return room <= 0 ? present : present + Math.min(room, replicas() - present);
    }

    List<ReplicaSet> active() {
        return sets.stream().filter(set -> size(set) > 0).toList();
    }

    int total(ToIntFunction<ReplicaSet> number) {
        return sets.stream().mapToInt(number).sum();
    }

    static int size(ReplicaSet set) {
        return set.spec().replicasOrDefault();
    }

    static int available(ReplicaSet set) {
        return set.status().availableReplicas();
    }

    private static PodTemplateSpec withoutHash(ReplicaSet set) {
        var template = set.spec().template();
        var labels = template.metadata().labels();
        if (!labels.containsKey(TEMPLATE_HASH)) {
            return template;
        }
        return template.withMetadata(template.metadata().withLabels(Sorted.without(labels, TEMPLATE_HASH)));
    }

    private static Instant createdAt(ReplicaSet set) {
        var created = set.metadata().creationTimestamp();
        return created == null ? Instant.EPOCH : created;
    }
}
