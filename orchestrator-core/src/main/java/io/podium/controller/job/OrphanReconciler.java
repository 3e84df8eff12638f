package io.podium.controller.job;

import io.podium.api.batch.Job;
import io.podium.api.client.Change;
import io.podium.api.client.Client;
import io.podium.api.client.Lister;
import io.podium.api.client.NotFoundException;
import io.podium.api.client.WriteOptions;
import io.podium.api.controller.ControllerContext;
import io.podium.api.controller.ControllerSpec;
import io.podium.api.controller.Reconciler;
import io.podium.api.controller.Result;
import io.podium.api.core.Pod;
import io.podium.api.meta.ObjectKey;
import io.podium.api.meta.OwnerReference;
import java.util.List;
import java.util.Optional;

/**
 * Lets go the pods of jobs that are gone. A job holds its pods by a finalizer until it has counted them; one that was deleted, or let them
 * go by its selector, will never count them.
 */
final class OrphanReconciler implements Reconciler {
    private final Client client;
    private final Lister<Pod> pods;

    private OrphanReconciler(ControllerContext context) {
        this.client = context.client();
        this.pods = context.lister(Pod.KIND);
    }

    static ControllerSpec spec() {
        return ControllerSpec.named("job-orphan-controller")
                .watches(Job.KIND, OrphanReconciler::ofDeleted)
                .watches(Pod.KIND, OrphanReconciler::ifOrphan)
                .reconciles(OrphanReconciler::new);
    }

    private static List<ObjectKey> ofDeleted(ControllerContext context, Change<Job> change) {
        return change.after() != null
                ? List.of()
                : context.lister(Pod.KIND).controlledBy(change.newest()).stream()
                        .map(Pod::key)
                        .toList();
    }

    private static List<ObjectKey> ifOrphan(ControllerContext context, Change<Pod> change) {
        var pod = change.after();
        return pod == null || !isTracked(pod) || hasJob(pod, job(pod).flatMap(context.lister(Job.KIND)::find))
                ? List.of()
                : List.of(pod.key());
    }

    @Override
    public Result reconcile(ObjectKey key) {
        var pod = pods.find(key).filter(OrphanReconciler::isTracked);
        if (pod.isPresent() && !hasJob(pod.get(), job(pod.get()).flatMap(job -> client.find(Job.KIND, job)))) {
            release(pod.get());
        }
        return Result.done();
    }

    private void release(Pod pod) {
        var finalizers = pod.metadata().finalizers().stream()
                .filter(each -> !each.equals(JobPods.TRACKING))
                .toList();
        try {
            client.update(pod.withMetadata(pod.metadata().withFinalizers(finalizers)), WriteOptions.PLAIN);
        } catch (NotFoundException gone) {
            return; // it went by itself
        }
    }

    private static boolean isTracked(Pod pod) {
        return pod.metadata().finalizers().contains(JobPods.TRACKING);
    }

    private static boolean hasJob(Pod pod, Optional<Job> job) {
        return job.isPresent()
                && controller(pod).filter(uid -> uid.equals(job.get().uid())).isPresent();
    }

    private static Optional<String> controller(Pod pod) {
        return reference(pod).map(OwnerReference::uid);
    }

    private static Optional<ObjectKey> job(Pod pod) {
        return reference(pod).map(owner -> ObjectKey.of(pod.namespace(), owner.name()));
    }

    private static Optional<OwnerReference> reference(Pod pod) {
        return pod.metadata().ownerReferences().stream()
                .filter(owner ->
                        Boolean.TRUE.equals(owner.controller()) && owner.kind().equals(Job.KIND.name()))
                .findFirst();
    }
}
