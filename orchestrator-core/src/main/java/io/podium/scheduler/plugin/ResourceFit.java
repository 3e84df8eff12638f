package io.podium.scheduler.plugin;

import io.podium.scheduler.Candidates;
import io.podium.scheduler.PodRequirements;
import io.podium.scheduler.Snapshot;
import java.util.ArrayList;
import java.util.List;

/** Keeps a pod off nodes short of what it requests. */
public final class ResourceFit implements FilterPlugin {

    /** The only one is as good as another. */
    public ResourceFit() {}

    @Override
    public void filter(PodRequirements pod, Snapshot nodes, Candidates candidates) {
        long milliCpu = pod.milliCpu();
        long bytes = pod.bytes();
        long ephemeral = pod.ephemeralBytes();
        candidates.retain(node -> nodes.freePods(node) > 0
                && (milliCpu == 0 || nodes.freeMilliCpu(node) >= milliCpu)
                && (bytes == 0 || nodes.freeBytes(node) >= bytes)
                && (ephemeral == 0 || nodes.freeEphemeralBytes(node) >= ephemeral));
        pod.extended().forEach((name, units) -> candidates.retain(node -> nodes.freeExtended(name, node) >= units));
    }

    @Override
    public List<String> explain(PodRequirements pod, Snapshot nodes, int index) {
        var reasons = new ArrayList<String>();
        if (nodes.freePods(index) <= 0) {
            reasons.add("Too many pods");
        }
        addIfShort("cpu", pod.milliCpu(), nodes.freeMilliCpu(index), reasons);
        addIfShort("memory", pod.bytes(), nodes.freeBytes(index), reasons);
        addIfShort("ephemeral-storage", pod.ephemeralBytes(), nodes.freeEphemeralBytes(index), reasons);
        pod.extended().forEach((name, units) -> addIfShort(name, units, nodes.freeExtended(name, index), reasons));
        return reasons;
    }

    private static void addIfShort(String resource, long requested, long free, List<String> reasons) {
        if (requested > 0 && requested > free) {
            reasons.add("Insufficient " + resource);
        }
    }
}
