package io.podium.api;

import io.podium.api.apps.Deployment;
import io.podium.api.apps.ReplicaSet;
import io.podium.api.client.ListOptions;
import io.podium.api.core.Pod;
import io.podium.api.meta.OwnerReference;
import io.podium.api.meta.Sorted;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** A deployment of a cluster, whether it is there or not. */
public final class DeploymentHandle {
    private static final String REVISION = "deployment.kubernetes.io/revision";
    private static final String RESTARTED_AT = "kubectl.kubernetes.io/restartedAt";
    private static final String TEMPLATE_HASH = "pod-template-hash";

    private final Cluster cluster;
    private final ObjectHandle<Deployment> object;

    DeploymentHandle(Cluster cluster, ObjectHandle<Deployment> object) {
        this.cluster = cluster;
        this.object = object;
    }

    /**
     * Reads the deployment.
     *
     * @return its state as last committed
     * @throws io.podium.api.client.NotFoundException if it is not there
     */
    public Deployment get() {
        return object.get();
    }

    /**
     * Waits until something holds.
     *
     * @param condition what to wait for, such as {@link Conditions#available}
     * @param atMost how long to wait; zero only looks
     * @throws IllegalArgumentException if {@code atMost} is negative
     * @throws AwaitException if it does not hold in time; the message says how things stand
     */
    public void await(Condition<? super Deployment> condition, Duration atMost) {
        object.await(condition, atMost);
    }

    /**
     * Changes the deployment, again on its newest state if somebody else changes it meanwhile.
     *
     * @param change makes the new state of the present one
     * @return the deployment as stored
     * @throws io.podium.api.client.NotFoundException if it is not there
     * @throws io.podium.api.client.InvalidException if the new state breaks a rule
     */
    public Deployment edit(UnaryOperator<Deployment> change) {
        return object.edit(change);
    }

    /**
     * Changes the number of replicas.
     *
     * @param replicas how many, at least 0
     * @return the deployment as stored
     * @throws io.podium.api.client.NotFoundException if it is not there
     * @throws io.podium.api.client.InvalidException if they are to be fewer than 0
     */
    public Deployment scale(int replicas) {
        return edit(deployment -> deployment.withSpec(deployment.spec().withReplicas(replicas)));
    }

    /**
     * Replaces all pods by new ones, a few at a time, as a change of the template would.
     *
     * @return the deployment as stored
     * @throws io.podium.api.client.NotFoundException if it is not there
     */
    public Deployment restart() {
        var now = cluster.dispatcher().now().toString();
        return edit(
                deployment -> deployment.with(d -> d.template(template -> template.podAnnotation(RESTARTED_AT, now))));
    }

    /**
     * Goes back to the template before the present one; again, and the present one is back.
     *
     * @return the deployment as stored
     * @throws io.podium.api.client.NotFoundException if it is not there
     * @throws IllegalStateException if no older revision is kept
     */
    public Deployment undo() {
        var older = replicaSets().stream()
                .sorted(Comparator.comparingLong(DeploymentHandle::revision).reversed())
                .skip(1)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Deployment " + object.key()
                        + " has no older revision to go back to; revisionHistoryLimit says how many are kept"));
        var template = older.spec()
                .template()
                .with(t -> t.metadata(m -> m.labels(
                        Sorted.without(older.spec().template().metadata().labels(), TEMPLATE_HASH))));
        return edit(deployment -> deployment.withSpec(deployment.spec().withTemplate(template)));
    }

    /**
     * The replica sets that the deployment controls, older ones without pods included.
     *
     * @return them, by name
     * @throws io.podium.api.client.NotFoundException if the deployment is not there
     */
    public List<ReplicaSet> replicaSets() {
        var uid = get().uid();
        return cluster.client().list(ReplicaSet.KIND, object.key().namespace(), ListOptions.ALL).items().stream()
                .filter(set -> isOwned(set.metadata().ownerReferences(), uid))
                .toList();
    }

    /**
     * The pods that its replica sets control. Pods that are about to end, as after an update, are among them: {@link Pod#isTerminating}
     * tells.
     *
     * @return them, by name
     * @throws io.podium.api.client.NotFoundException if the deployment is not there
     */
    public List<Pod> pods() {
        var sets = replicaSets().stream().map(ReplicaSet::uid).toList();
        return cluster.client().list(Pod.KIND, object.key().namespace(), ListOptions.ALL).items().stream()
                .filter(pod ->
                        sets.stream().anyMatch(uid -> isOwned(pod.metadata().ownerReferences(), uid)))
                .toList();
    }

    /** Deletes the deployment, and in the background its replica sets and pods. Does nothing if it is not there. */
    public void delete() {
        object.delete();
    }

    private static boolean isOwned(List<OwnerReference> owners, String uid) {
        return owners.stream().anyMatch(owner -> owner.uid().equals(uid));
    }

    private static long revision(ReplicaSet set) {
        var text = set.annotation(REVISION);
        return text == null ? 0 : Long.parseLong(text);
    }
}
