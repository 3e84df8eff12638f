package io.podium.scheduler.plugin;

import io.podium.scheduler.PodRequirements;
import io.podium.scheduler.Snapshot;
import java.util.List;

/** Keeps a pod off nodes whose ports it would take from another. */
public final class NodePorts implements FilterPlugin {

    /** The only one is as good as another. */
    public NodePorts() {}

    @Override
    public boolean concerns(PodRequirements pod) {
        return !pod.ports().isEmpty();
    }

    @Override
    public boolean passes(PodRequirements pod, Snapshot nodes, int index) {
        return areFree(pod, nodes, index);
    }

    @Override
    public List<String> explain(PodRequirements pod, Snapshot nodes, int index) {
        return areFree(pod, nodes, index)
                ? List.of()
                : List.of("node(s) didn't have free ports for the requested pod ports");
    }

    @Override
    public boolean isUnresolvable(PodRequirements pod, Snapshot nodes, int index) {
        return false;
    }

    private static boolean areFree(PodRequirements pod, Snapshot nodes, int index) {
        for (var taken : nodes.portsTaken(index)) {
            for (var wanted : pod.ports()) {
                if (wanted.collidesWith(taken)) {
                    return false;
                }
            }
        }
        return true;
    }
}
