package io.podium.scheduler.plugin;

import io.podium.scheduler.Candidates;
import io.podium.scheduler.PodRequirements;
import io.podium.scheduler.Snapshot;
import java.util.List;

/** Keeps a pod that names its node on that node. */
public final class NodeName implements FilterPlugin {

    /** The only one is as good as another. */
    public NodeName() {}

    @Override
    public void filter(PodRequirements pod, Snapshot nodes, Candidates candidates) {
        if (!pod.nodeName().isEmpty()) {
            candidates.retainOnly(nodes.indexOf(pod.nodeName()));
        }
    }

    @Override
    public List<String> explain(PodRequirements pod, Snapshot nodes, int index) {
        return pod.nodeName().isEmpty() || nodes.indexOf(pod.nodeName()) == index
                ? List.of()
                : List.of("node(s) didn't match the requested node name");
    }
}
