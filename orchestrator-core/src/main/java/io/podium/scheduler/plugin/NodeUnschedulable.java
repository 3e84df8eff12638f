package io.podium.scheduler.plugin;

import io.podium.api.core.Node;
import io.podium.api.core.Taint;
import io.podium.api.core.TaintBuilder;
import io.podium.api.core.Tolerations;
import io.podium.api.core.WellKnown;
import io.podium.scheduler.PodRequirements.Placement;

/** Keeps pods off nodes that were cordoned, unless they tolerate the taint that says so. */
public final class NodeUnschedulable implements PlacementFilter {
    private static final Taint CORDONED = new TaintBuilder()
            .key(WellKnown.TAINT_UNSCHEDULABLE)
            .effect("NoSchedule")
            .build();

    /** The only one is as good as another. */
    public NodeUnschedulable() {}

    @Override
    public boolean passes(Placement placement, Node node) {
        return !node.spec().unschedulable() || Tolerations.tolerate(placement.tolerations(), CORDONED);
    }

    @Override
    public String reason() {
        return "node(s) were unschedulable";
    }
}
