package io.podium.apiserver.admission;

import io.podium.api.core.Node;
import io.podium.api.core.Pod;
import io.podium.api.scheduling.PriorityClass;

/** The admission functions that a Kubernetes API server has if nobody says otherwise, as far as they concern the kinds that are here. */
public final class DefaultAdmission {
    private DefaultAdmission() {}

    /**
     * Adds them to a chain, in Kubernetes' order.
     *
     * @param chain the chain
     */
    public static void install(AdmissionChain chain) {
        chain.guard(new NamespaceLifecycle());
        chain.mutate(Pod.KIND, new ServiceAccountAdmission());
        chain.mutate(Node.KIND, new NewNodeTaint());
        var priority = new PriorityAdmission();
        chain.mutate(Pod.KIND, priority);
        chain.mutate(Pod.KIND, new DefaultTolerationSeconds());
        chain.mutate(Pod.KIND, new RuntimeClassAdmission());
        chain.validate(PriorityClass.KIND, priority::checkClass);
    }
}
