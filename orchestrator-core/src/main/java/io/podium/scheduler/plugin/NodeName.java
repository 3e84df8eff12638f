package io.podium.scheduler.plugin;

import io.podium.scheduler.PodRequirements;
import io.podium.scheduler.Snapshot;
import java.util.List;

/** Keeps a pod that names its node on that node. */
public final class NodeName implements FilterPlugin {

    /** The only one is as good as another. */
    public NodeName() {}

    @Override
    public boolean concerns(PodRequirements pod) {
        return !pod.nodeName().isEmpty();
    }

    @Override
    public boolean passes(PodRequirements pod, Snapshot nodes, int index) {
        return pod.nodeName().isEmpty() || nodes.indexOf(pod.nodeName()) == index;
    }

    @Override
    public List<String> explain(PodRequirements pod, Snapshot nodes, int index) {
        return passes(pod, nodes, index) ? List.of() : List.of("node(s) didn't match the requested node name");
    }

    @Override
    public boolean isUnresolvable(PodRequirements pod, Snapshot nodes, int index) {
        return true;
    }
}
