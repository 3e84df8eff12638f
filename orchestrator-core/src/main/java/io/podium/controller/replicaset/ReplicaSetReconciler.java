package io.podium.controller.replicaset;

import io.podium.api.apps.ReplicaSet;
import io.podium.api.client.ApiException;
import io.podium.api.client.Client;
import io.podium.api.client.DeleteOptions;
import io.podium.api.client.Lister;
import io.podium.api.client.NotFoundException;
import io.podium.api.client.UnknownOutcomeException;
import io.podium.api.client.WriteOptions;
import io.podium.api.controller.ControllerContext;
import io.podium.api.controller.EventRecorder;
import io.podium.api.controller.Reconciler;
import io.podium.api.controller.Result;
import io.podium.api.core.Pod;
import io.podium.api.core.PodBuilder;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.meta.ObjectKey;
import io.podium.api.meta.Selector;
import io.podium.controller.kit.DeletionOrder;
import io.podium.controller.kit.Ownership;
import io.podium.controller.kit.Pods;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the number of active pods that a {@link ReplicaSet} controls equal to its {@code spec.replicas}.
 *
 * <p>Level-triggered: a call compares desired with observed state, whatever event caused it, and creates or deletes at most
 * {@value #BURST} pods, so one large set cannot starve the rest.
 */
final class ReplicaSetReconciler implements Reconciler {
    static final int BURST = 500;

    private final Client client;
    private final Lister<ReplicaSet> sets;
    private final Ownership<Pod> ownership;
    private final EventRecorder events;
    private final Dispatcher dispatcher;

    ReplicaSetReconciler(ControllerContext context) {
        this.client = context.client();
        this.sets = context.lister(ReplicaSet.KIND);
        this.ownership = new Ownership<>(client, context.lister(Pod.KIND));
        this.events = context.events();
        this.dispatcher = context.dispatcher();
    }

    @Override
    public Result reconcile(ObjectKey key) {
        var found = sets.find(key);
        if (found.isEmpty()) {
            return Result.done();
        }
        var set = found.get();
        var active = ownership.claim(set, Selector.of(set.spec().selector()), Pods::isActive);

        Optional<ApiException> failure = set.isTerminating() ? Optional.empty() : scale(set, active);

        var observed = new ObservedSet(set, active, failure, dispatcher.now());
        var status = observed.status();
        if (!status.equals(set.status())) {
            client.updateStatus(set.withStatus(status), WriteOptions.PLAIN);
        }
        failure.ifPresent(problem -> {
            throw problem;
        });
        return observed.nextChange().map(Result::requeueAfter).orElse(Result.done());
    }

    /** Creates or deletes pods; answers what stopped it, if anything did. */
    private Optional<ApiException> scale(ReplicaSet set, List<Pod> active) {
        int missing = set.spec().replicasOrDefault() - active.size();
        try {
            if (missing > 0) {
                createPods(set, Math.min(missing, BURST));
            } else if (missing < 0) {
                deletePods(set, DeletionOrder.spreading(active).subList(0, Math.min(-missing, BURST)));
            }
            return Optional.empty();
        } catch (UnknownOutcomeException e) {
            throw e; // nothing can be said of the set before it is known what there is
        } catch (ApiException e) {
            return Optional.of(e);
        }
    }

    private void createPods(ReplicaSet set, int count) {
        var template = set.spec().template();
        var pod = new PodBuilder()
                .metadata(template.metadata().toBuilder()
                        .name("")
                        .namespace(set.namespace())
                        .generateName(set.name() + "-")
                        .ownerReference(Ownership.reference(set))
                        .build())
                .spec(template.spec())
                .build();
        for (int i = 0; i < count; i++) {
            try {
                var created = client.create(pod, WriteOptions.PLAIN);
                events.normal(set, "SuccessfulCreate", "Created pod: " + created.name());
            } catch (UnknownOutcomeException e) {
                throw e;
            } catch (ApiException e) {
                events.warning(set, "FailedCreate", "Error creating: " + e.getMessage());
                throw e;
            }
        }
    }

    private void deletePods(ReplicaSet set, List<Pod> pods) {
        for (var pod : pods) {
            try {
                client.delete(Pod.KIND, pod.key(), DeleteOptions.PLAIN.ifUid(pod.uid()));
                events.normal(set, "SuccessfulDelete", "Deleted pod: " + pod.name());
            } catch (NotFoundException gone) {
                continue; // what was wanted
            } catch (ApiException e) {
                events.warning(set, "FailedDelete", "Error deleting: " + e.getMessage());
                throw e;
            }
        }
    }
}
