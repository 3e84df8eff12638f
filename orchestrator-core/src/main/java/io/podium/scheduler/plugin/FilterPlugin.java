package io.podium.scheduler.plugin;

import io.podium.scheduler.Candidates;
import io.podium.scheduler.PodRequirements;
import io.podium.scheduler.Snapshot;
import java.util.List;

/** Keeps pods off nodes. Pure: same pod, same snapshot, same answer. */
public interface FilterPlugin {

    /**
     * Takes the nodes on which a pod cannot run from the candidates.
     *
     * @param pod what the pod requires
     * @param nodes the nodes
     * @param candidates the nodes that other filters left
     */
    void filter(PodRequirements pod, Snapshot nodes, Candidates candidates);

    /**
     * Says why a pod cannot run on a node, in Kubernetes' words.
     *
     * @param pod what the pod requires
     * @param nodes the nodes
     * @param index the node
     * @return the reasons, none if this filter lets the pod pass
     */
    List<String> explain(PodRequirements pod, Snapshot nodes, int index);
}
