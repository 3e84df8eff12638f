package io.podium.scheduler.plugin;

import io.podium.api.core.Node;
import io.podium.api.core.Tolerations;
import io.podium.scheduler.PodRequirements.Placement;

/** Keeps pods off nodes with taints that they do not tolerate. */
public final class TaintToleration implements PlacementFilter {

    /** The only one is as good as another. */
    public TaintToleration() {}

    @Override
    public boolean passes(Placement placement, Node node) {
        for (var taint : node.spec().taints()) {
            boolean keepsOff =
                    taint.effect().equals("NoSchedule") || taint.effect().equals("NoExecute");
            if (keepsOff && !Tolerations.tolerate(placement.tolerations(), taint)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String reason() {
        return "node(s) had untolerated taint(s)";
    }
}
