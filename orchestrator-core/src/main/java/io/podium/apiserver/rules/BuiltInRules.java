package io.podium.apiserver.rules;

import io.podium.api.apps.Deployment;
import io.podium.api.apps.ReplicaSet;
import io.podium.api.batch.Job;
import io.podium.api.coordination.Lease;
import io.podium.api.core.ConfigMap;
import io.podium.api.core.Event;
import io.podium.api.core.Namespace;
import io.podium.api.core.Node;
import io.podium.api.core.Pod;
import io.podium.api.core.Secret;
import io.podium.api.core.Service;
import io.podium.api.core.ServiceAccount;
import io.podium.api.discovery.EndpointSlice;
import io.podium.api.scheduling.PriorityClass;
import io.podium.apiserver.rules.pod.PodRules;

/** The rules of Kubernetes' own kinds. */
public final class BuiltInRules {
    private BuiltInRules() {}

    /**
     * A new book of them all.
     *
     * @return a book, to which rules of other kinds may be added
     */
    public static RuleBook book() {
        return book(Integer.MAX_VALUE);
    }

    /**
     * The rules of all built-in kinds.
     *
     * @param events how many Events are kept at most, at least 1
     * @return a book, to which rules of other kinds may be added
     */
    public static RuleBook book(int events) {
        return new RuleBook()
                .with(Namespace.KIND, new NamespaceRules())
                .with(ConfigMap.KIND, new ConfigMapRules())
                .with(Secret.KIND, new SecretRules())
                .with(Service.KIND, new ServiceRules())
                .with(ServiceAccount.KIND, new ServiceAccountRules())
                .with(Event.KIND, new EventRules(events))
                .with(Lease.KIND, new LeaseRules())
                .with(PriorityClass.KIND, new PriorityClassRules())
                .with(Deployment.KIND, new DeploymentRules())
                .with(ReplicaSet.KIND, new ReplicaSetRules())
                .with(Job.KIND, new JobRules())
                .with(Node.KIND, new NodeRules())
                .with(Pod.KIND, new PodRules())
                .with(EndpointSlice.KIND, new EndpointSliceRules());
    }
}
