package io.podium.controller.deployment;

import io.podium.api.apps.Deployment;
import io.podium.api.apps.ReplicaSet;
import io.podium.api.client.AlreadyExistsException;
import io.podium.api.client.Client;
import io.podium.api.client.ConflictException;
import io.podium.api.client.DeleteOptions;
import io.podium.api.client.NotFoundException;
import io.podium.api.client.WriteOptions;
import io.podium.api.meta.LabelSelector;
import io.podium.api.meta.LabelSelectorBuilder;
import io.podium.api.meta.ObjectMetaBuilder;
import io.podium.api.meta.Sorted;
import io.podium.controller.kit.Ownership;
import java.util.Comparator;

/** Numbers the revisions of a deployment, makes the replica set of the newest, and forgets the oldest. */
final class Revisions {
    private final Client client;
    private final Scaling scaling;
    private final Reporting reporting;

    Revisions(Client client, Scaling scaling, Reporting reporting) {
        this.client = client;
        this.scaling = scaling;
        this.reporting = reporting;
    }

    /** Brings the revision numbers up to date, if the set of the present template exists. */
    Rollout synchronised(Rollout rollout) {
        var set = rollout.newSet();
        return set.isEmpty() ? rollout : numbered(rollout, set.get());
    }

    /** Brings the revision numbers up to date, and makes the set of the present template if it does not exist. */
    Rollout withNewSet(Rollout rollout) {
        var set = rollout.newSet();
        return set.isEmpty() ? created(rollout) : numbered(rollout, set.get());
    }

    private Rollout numbered(Rollout rollout, ReplicaSet set) {
        long revision = nextRevision(rollout);
        var annotations = Annotations.ofSet(
                set.metadata().annotations(), rollout.deployment().metadata().annotations(), revision);
        var current = set.withMetadata(set.metadata().withAnnotations(annotations))
                .withSpec(set.spec()
                        .withMinReadySeconds(rollout.deployment().spec().minReadySeconds()));
        var result = rollout;
        if (!current.equals(set)) {
            current = client.update(current, WriteOptions.PLAIN);
            result = result.with(current);
        }
        return result.with(
                numbered(result.deployment(), Annotations.revision(current), "Found new replica set", set.name()));
    }

    private Deployment numbered(Deployment deployment, long revision, String what, String set) {
        var told = reporting.withNewSetTold(deployment, what, set);
        if (Annotations.revision(told) == revision) {
            return told;
        }
        var annotations = Sorted.with(told.metadata().annotations(), Annotations.REVISION, Long.toString(revision));
        var annotated = told.withMetadata(told.metadata().withAnnotations(annotations));
        return client.updateStatus(annotated, WriteOptions.PLAIN); // an update would be a new generation
    }

    private static long nextRevision(Rollout rollout) {
        return rollout.oldSets().stream().mapToLong(Annotations::revision).max().orElse(0) + 1;
    }

    private Rollout created(Rollout rollout) {
        var deployment = rollout.deployment();
        int collisions = deployment.status().collisionCount() == null
                ? 0
                : deployment.status().collisionCount();
        var hash = TemplateHash.of(deployment.spec().template(), collisions);
        int size = rollout.nextSizeOfNewSet(0);
        var set = describe(rollout, hash, size);
        try {
            var stored = client.create(set, WriteOptions.PLAIN);
            if (size > 0) {
                scaling.tell(rollout, stored.name(), 0, size);
            }
            var told = numbered(deployment, Annotations.revision(stored), "Created new replica set", stored.name());
            return rollout.with(stored).with(told);
        } catch (AlreadyExistsException taken) {
            return afterCollision(rollout, set, collisions, taken);
        }
    }

    private ReplicaSet describe(Rollout rollout, String hash, int size) {
        var deployment = rollout.deployment();
        var template = deployment.spec().template();
        var labels = Sorted.with(template.metadata().labels(), Rollout.TEMPLATE_HASH, hash);
        var annotations = Annotations.sized(
                Annotations.ofSet(Sorted.empty(), deployment.metadata().annotations(), nextRevision(rollout)),
                rollout.replicas(),
                rollout.replicas() + rollout.maxSurge());
        return ReplicaSet.named(deployment.name() + "-" + hash)
                .metadata(new ObjectMetaBuilder()
                        .name(deployment.name() + "-" + hash)
                        .namespace(deployment.namespace())
                        .labels(labels)
                        .annotations(annotations)
                        .ownerReference(Ownership.reference(deployment))
                        .build())
                .spec(spec -> spec.replicas(size)
                        .minReadySeconds(deployment.spec().minReadySeconds())
                        .selector(selector(deployment, hash))
                        .template(template.withMetadata(template.metadata().withLabels(labels))))
                .build();
    }

    private static LabelSelector selector(Deployment deployment, String hash) {
        var selector = deployment.spec().selector();
        var builder = selector == null ? new LabelSelectorBuilder() : selector.toBuilder();
        return builder.matchLabel(Rollout.TEMPLATE_HASH, hash).build();
    }

    /** The name is taken: by the set that an earlier try made, which the next try will see, or by another, and then another hash is needed. */
    private Rollout afterCollision(Rollout rollout, ReplicaSet wanted, int collisions, AlreadyExistsException taken) {
        var present = client.find(ReplicaSet.KIND, wanted.key());
        boolean ours = present.filter(set -> set.metadata().ownerReferences().stream()
                                .anyMatch(owner ->
                                        owner.uid().equals(rollout.deployment().uid()))
                        && set.spec().template().equals(wanted.spec().template()))
                .isPresent();
        if (ours) {
            return rollout.with(present.orElseThrow());
        }
        var deployment = rollout.deployment();
        try {
            client.updateStatus(
                    deployment.withStatus(deployment.status().withCollisionCount(collisions + 1)), WriteOptions.PLAIN);
        } catch (ConflictException e) {
            throw taken;
        }
        throw taken;
    }

    /** Deletes the oldest empty sets beyond the history limit. */
    void forgetOldest(Rollout rollout) {
        int limit = rollout.deployment().spec().revisionHistoryLimitOrDefault();
        var empty = rollout.oldSets().stream()
                .filter(set -> !set.isTerminating())
                .filter(set -> Rollout.size(set) == 0 && set.status().replicas() == 0)
                .filter(set ->
                        set.status().observedGeneration() >= set.metadata().generation())
                .sorted(Comparator.comparingLong(Annotations::revision))
                .toList();
        for (var set : empty.subList(0, Math.max(0, empty.size() - limit))) {
            try {
                client.delete(ReplicaSet.KIND, set.key(), DeleteOptions.PLAIN.ifUid(set.uid()));
            } catch (NotFoundException gone) {
                continue; // what was wanted
            }
        }
    }
}
