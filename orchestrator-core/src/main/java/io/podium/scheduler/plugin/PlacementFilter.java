package io.podium.scheduler.plugin;

import io.podium.api.core.Node;
import io.podium.scheduler.PodRequirements.Placement;

/** A filter by labels and taints alone: its answer is shared by all pods that ask for the same. */
public interface PlacementFilter {

    /**
     * Whether a pod may run on a node.
     *
     * @param placement what the pod asks for
     * @param node the node
     * @return true if this filter lets it pass
     */
    boolean passes(Placement placement, Node node);

    /**
     * Why it may not, in Kubernetes' words.
     *
     * @return the reason
     */
    String reason();
}
