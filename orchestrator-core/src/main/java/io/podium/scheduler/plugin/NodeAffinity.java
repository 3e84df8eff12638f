package io.podium.scheduler.plugin;

import io.podium.api.core.Node;
import io.podium.api.core.NodeSelectors;
import io.podium.scheduler.PodRequirements.Placement;

/** Keeps pods on nodes whose labels they select. */
public final class NodeAffinity implements PlacementFilter {

    /** The only one is as good as another. */
    public NodeAffinity() {}

    @Override
    public boolean passes(Placement placement, Node node) {
        var labels = node.metadata().labels();
        for (var wanted : placement.nodeSelector().entrySet()) {
            if (!wanted.getValue().equals(labels.get(wanted.getKey()))) {
                return false;
            }
        }
        var affinity = placement.affinity();
        return affinity == null
                || affinity.nodeSelectorTerms().stream().anyMatch(term -> NodeSelectors.matches(term, node));
    }

    @Override
    public String reason() {
        return "node(s) didn't match Pod's node affinity/selector";
    }
}
