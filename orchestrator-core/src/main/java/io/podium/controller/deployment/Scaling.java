package io.podium.controller.deployment;

import io.podium.api.apps.ReplicaSet;
import io.podium.api.client.Client;
import io.podium.api.client.WriteOptions;
import io.podium.api.controller.EventRecorder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Changes the sizes of a deployment's replica sets, within the bounds of its strategy. Each method answers the rollout as it is then. */
final class Scaling {
    private final Client client;
    private final EventRecorder events;

    Scaling(Client client, EventRecorder events) {
        this.client = client;
        this.events = events;
    }

    /** Takes the new set towards its size; the same rollout if it has it. */
    Rollout withNewSetGrown(Rollout rollout) {
        var set = rollout.newSet();
        if (set.isEmpty()) {
            return rollout;
        }
        int present = Rollout.size(set.get());
        int wanted = present > rollout.replicas() ? rollout.replicas() : rollout.nextSizeOfNewSet(present);
        return present == wanted ? rollout : scaled(rollout, set.get(), wanted);
    }

    Rollout withOldSetsEmptied(Rollout rollout) {
        var current = rollout;
        for (var set : rollout.oldSets()) {
            if (Rollout.size(set) > 0) {
                current = scaled(current, set, 0);
            }
        }
        return current;
    }

    /** Takes pods from the old sets, unhealthy ones first, as far as enough pods stay available. */
    Rollout withOldSetsShrunk(Rollout rollout) {
        int minAvailable = rollout.replicas() - rollout.maxUnavailable();
        int newUnavailable = rollout.newSet()
                .map(set -> Rollout.size(set) - Rollout.available(set))
                .orElse(0);
        int most = rollout.total(Rollout::size) - minAvailable - newUnavailable;
        if (most <= 0 || rollout.oldSets().stream().mapToInt(Rollout::size).sum() == 0) {
            return rollout;
        }
        var current = rollout;
        for (var set : rollout.oldSets()) {
            int unhealthy = Math.min(most, Rollout.size(set) - Rollout.available(set));
            if (unhealthy > 0) {
                current = scaled(current, set, Rollout.size(set) - unhealthy);
                most -= unhealthy;
            }
        }
        int spare = current.total(Rollout::available) - minAvailable;
        for (var set : current.oldSets()) {
            int taken = Math.min(spare, Rollout.size(set));
            if (taken > 0) {
                current = scaled(current, set, Rollout.size(set) - taken);
                spare -= taken;
            }
        }
        return current;
    }

    /** Brings all sets to a new size of the deployment, in proportion to their sizes if several are active. */
    Rollout resized(Rollout rollout) {
        var only = onlyActiveOrLatest(rollout);
        if (only.isPresent()) {
            var set = only.get();
            boolean fits = Rollout.size(set) == rollout.replicas() && !isScaledForAnotherSize(rollout, set);
            return fits ? rollout : scaled(rollout, set, rollout.replicas());
        }
        if (rollout.newSet().filter(set -> isSaturated(rollout, set)).isPresent()) {
            return withOldSetsEmptied(rollout);
        }
        return rollout.isRolling() ? proportionally(rollout) : rollout;
    }

    /** Whether the deployment had another size when a set was scaled last, as far as the set says. */
    static boolean isScaledForAnotherSize(Rollout rollout, ReplicaSet set) {
        long desired = Annotations.desiredReplicas(set);
        return desired >= 0 && desired != rollout.replicas();
    }

    private static Optional<ReplicaSet> onlyActiveOrLatest(Rollout rollout) {
        var active = rollout.active();
        if (active.size() > 1) {
            return Optional.empty();
        }
        if (active.size() == 1) {
            return Optional.of(active.getFirst());
        }
        return rollout.newSet()
                .or(() -> rollout.sets().isEmpty()
                        ? Optional.empty()
                        : Optional.of(rollout.sets().getLast()));
    }

    private static boolean isSaturated(Rollout rollout, ReplicaSet set) {
        return Annotations.desiredReplicas(set) == rollout.replicas()
                && Rollout.size(set) == rollout.replicas()
                && Rollout.available(set) == rollout.replicas();
    }

    private Rollout proportionally(Rollout rollout) {
        int allowed = rollout.replicas() > 0 ? rollout.replicas() + rollout.maxSurge() : 0;
        int toAdd = allowed - rollout.total(Rollout::size);
        var bySize = Comparator.comparingInt(Rollout::size).reversed();
        var sets = new ArrayList<>(toAdd > 0 ? newestFirst(rollout.active()) : rollout.active());
        sets.sort(bySize);
        int added = 0;
        var sizes = new ArrayList<Integer>();
        for (var set : sets) {
            int share = share(rollout, set, toAdd, added);
            added += share;
            sizes.add(Rollout.size(set) + share);
        }
        if (!sizes.isEmpty()) {
            sizes.set(0, Math.max(0, sizes.getFirst() + toAdd - added));
        }
        var current = rollout;
        for (int i = 0; i < sets.size(); i++) {
            current = scaled(current, sets.get(i), sizes.get(i));
        }
        return current;
    }

    /** What a set gets of the pods to add or, if negative, to take away. */
    private static int share(Rollout rollout, ReplicaSet set, int toAdd, int added) {
        if (Rollout.size(set) == 0 || toAdd == 0 || toAdd == added) {
            return 0;
        }
        long change = change(rollout, set);
        int left = toAdd - added;
        return (int) (toAdd > 0 ? Math.min(change, left) : Math.max(change, left));
    }

    /** By how much a set changes if it keeps its part of the whole: of the size that it was scaled for or, if it does not say, of the present one. */
    private static long change(Rollout rollout, ReplicaSet set) {
        int size = Rollout.size(set);
        if (rollout.replicas() == 0) {
            return -size;
        }
        long said = Annotations.maxReplicas(set);
        long before = said == 0 ? rollout.deployment().status().replicas() : said;
        long allowed = rollout.replicas() + rollout.maxSurge();
        return before == 0 ? 0 : Math.round((double) size * allowed / before) - size;
    }

    private static List<ReplicaSet> newestFirst(List<ReplicaSet> oldestFirst) {
        return oldestFirst.reversed();
    }

    private Rollout scaled(Rollout rollout, ReplicaSet set, int size) {
        int before = Rollout.size(set);
        var annotations = Annotations.sized(
                set.metadata().annotations(), rollout.replicas(), rollout.replicas() + rollout.maxSurge());
        var resized = set.withMetadata(set.metadata().withAnnotations(annotations))
                .withSpec(set.spec().withReplicas(size));
        if (resized.equals(set)) {
            return rollout;
        }
        var stored = client.update(resized, WriteOptions.PLAIN);
        if (size != before) {
            tell(rollout, set.name(), before, size);
        }
        return rollout.with(stored);
    }

    void tell(Rollout rollout, String set, int before, int after) {
        events.normal(
                rollout.deployment(),
                "ScalingReplicaSet",
                "Scaled " + (after > before ? "up" : "down") + " replica set " + set + " from " + before + " to "
                        + after);
    }
}
