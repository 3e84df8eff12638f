package io.podium.testkit.invariant;

import io.podium.api.apps.Deployment;
import io.podium.api.apps.ReplicaSet;
import io.podium.api.batch.Job;
import io.podium.api.client.Client;
import io.podium.api.client.ListOptions;
import io.podium.api.core.Namespace;
import io.podium.api.core.Node;
import io.podium.api.core.Pod;
import io.podium.api.core.ServiceAccount;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Kind;
import io.podium.api.meta.OwnerReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What must hold once nothing goes wrong any more and everything has come to rest: workloads have as many live replicas as they want, jobs
 * have finished, no object outlives its owner or its namespace, nothing is stuck in its deletion, nodes are ready and free of taints.
 */
public final class Settled {
    private final Client client;
    private final List<String> violations = new ArrayList<>();
    private final Map<String, ApiObject<?>> byUid = new TreeMap<>();

    private Settled(Client client) {
        this.client = client;
    }

    /**
     * Looks at a cluster at rest.
     *
     * @param client reads it
     * @return what is not as it must be, a sentence each
     */
    public static List<String> violations(Client client) {
        var look = new Settled(client);
        look.check();
        return look.violations;
    }

    private void check() {
        var all = new ArrayList<ApiObject<?>>();
        all.addAll(list(Namespace.KIND));
        all.addAll(list(Deployment.KIND));
        all.addAll(list(ReplicaSet.KIND));
        all.addAll(list(Job.KIND));
        all.addAll(list(Pod.KIND));
        all.addAll(list(ServiceAccount.KIND));
        all.forEach(object -> byUid.put(object.uid(), object));
        all.forEach(this::hasOwners);
        all.forEach(this::isNotStuck);
        list(Deployment.KIND).forEach(this::hasConverged);
        list(ReplicaSet.KIND).forEach(this::hasConverged);
        list(Job.KIND).forEach(this::hasFinished);
        list(Pod.KIND).forEach(this::isAtWork);
        list(Node.KIND).forEach(this::isWell);
    }

    private <T extends ApiObject<T>> List<T> list(Kind<T> kind) {
        return client.list(kind, "", ListOptions.ALL).items();
    }

    private void hasOwners(ApiObject<?> object) {
        var owners = object.metadata().ownerReferences();
        if (!owners.isEmpty() && owners.stream().map(OwnerReference::uid).noneMatch(byUid::containsKey)) {
            broken(
                    object,
                    "has outlived its owner " + owners.getFirst().kind() + " "
                            + owners.getFirst().name());
        }
        if (object.kind().namespaced()
                && byUid.values().stream()
                        .noneMatch(other ->
                                other instanceof Namespace && other.name().equals(object.namespace()))) {
            broken(object, "has outlived its namespace");
        }
    }

    private void isNotStuck(ApiObject<?> object) {
        if (object.isTerminating()) {
            broken(
                    object,
                    "is still being deleted, since " + object.metadata().deletionTimestamp() + ", finalizers "
                            + object.metadata().finalizers());
        }
    }

    private void hasConverged(Deployment deployment) {
        if (Boolean.TRUE.equals(deployment.spec().paused())) {
            return;
        }
        int wanted = deployment.spec().replicasOrDefault();
        var status = deployment.status();
        int live = 0;
        for (var set : list(ReplicaSet.KIND)) {
            if (isOwnedBy(deployment, set)) {
                live += live(set).size();
            }
        }
        if (live != wanted
                || status.replicas() != wanted
                || status.updatedReplicas() != wanted
                || status.availableReplicas() != wanted
                || status.observedGeneration() != deployment.metadata().generation()) {
            broken(
                    deployment,
                    "wants " + wanted + " replicas of generation "
                            + deployment.metadata().generation() + ", has "
                            + live + " live; status: " + status.replicas() + " replicas, " + status.updatedReplicas()
                            + " updated, "
                            + status.availableReplicas() + " available, generation " + status.observedGeneration());
        }
    }

    private void hasConverged(ReplicaSet set) {
        int live = live(set).size();
        if (live != set.spec().replicasOrDefault() || set.status().replicas() != live) {
            broken(
                    set,
                    "wants " + set.spec().replicasOrDefault() + " replicas, has " + live + " live; status: "
                            + set.status().replicas());
        }
    }

    private void hasFinished(Job job) {
        boolean finished = job.status().conditions().stream()
                .anyMatch(condition ->
                        (condition.type().equals("Complete") || condition.type().equals("Failed"))
                                && condition.status().equals("True"));
        if (!finished) {
            broken(
                    job,
                    "has not finished: " + job.status().active() + " active, "
                            + job.status().succeeded() + " succeeded, "
                            + job.status().failed() + " failed");
        } else if (job.status().active() != 0) {
            broken(job, "has finished with " + job.status().active() + " pods active");
        }
    }

    private void isAtWork(Pod pod) {
        var phase = pod.status().phase();
        if (pod.spec().nodeName().isEmpty()) {
            broken(pod, "is on no node");
        } else if (phase.equals("Pending") || phase.equals("Unknown") || phase.isEmpty()) {
            broken(pod, "is in phase " + phase + " on node " + pod.spec().nodeName());
        }
    }

    private void isWell(Node node) {
        boolean ready = node.status().conditions().stream()
                .anyMatch(condition ->
                        condition.type().equals("Ready") && condition.status().equals("True"));
        var taints = node.spec().taints().stream()
                .filter(taint -> taint.key().startsWith("node.kubernetes.io/"))
                .toList();
        if (!ready || !taints.isEmpty()) {
            broken(node, (ready ? "is ready" : "is not ready") + " and has the taints " + taints);
        }
    }

    private List<Pod> live(ReplicaSet set) {
        return list(Pod.KIND).stream()
                .filter(pod -> isOwnedBy(set, pod) && !pod.isTerminating())
                .filter(pod -> !pod.status().phase().equals("Succeeded")
                        && !pod.status().phase().equals("Failed"))
                .toList();
    }

    private static boolean isOwnedBy(ApiObject<?> owner, ApiObject<?> object) {
        return object.metadata().ownerReferences().stream()
                .anyMatch(reference -> reference.uid().equals(owner.uid()));
    }

    private void broken(ApiObject<?> object, String how) {
        violations.add(object.kind().name() + " " + object.key() + " " + how);
    }
}
