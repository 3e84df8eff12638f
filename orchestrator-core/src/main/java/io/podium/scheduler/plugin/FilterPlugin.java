package io.podium.scheduler.plugin;

import io.podium.scheduler.PodRequirements;
import io.podium.scheduler.Snapshot;
import java.util.List;

/** Keeps pods off nodes. Pure: same pod, same snapshot, same answer. */
public interface FilterPlugin {

    /**
     * Whether a pod asks for anything that this filter looks at.
     *
     * @param pod what the pod requires
     * @return false if it lets the pod pass everywhere, so that it need not be asked
     */
    boolean concerns(PodRequirements pod);

    /**
     * Whether a pod may run on a node. Asked of thousands of nodes for each pod, so it looks at columns and makes nothing.
     *
     * @param pod what the pod requires
     * @param nodes the nodes
     * @param index the node
     * @return true if this filter lets it pass
     */
    boolean passes(PodRequirements pod, Snapshot nodes, int index);

    /**
     * Says why a pod cannot run on a node, in Kubernetes' words.
     *
     * @param pod what the pod requires
     * @param nodes the nodes
     * @param index the node
     * @return the reasons, none if this filter lets the pod pass
     */
    List<String> explain(PodRequirements pod, Snapshot nodes, int index);

    /**
     * Whether a pod that this filter keeps off a node could not run there either if all other pods left.
     *
     * @param pod what the pod requires
     * @param nodes the nodes
     * @param index the node
     * @return true if no pod that goes makes a difference
     */
    boolean isUnresolvable(PodRequirements pod, Snapshot nodes, int index);
}
