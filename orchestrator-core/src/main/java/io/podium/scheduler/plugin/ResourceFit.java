package io.podium.scheduler.plugin;

import io.podium.scheduler.PodRequirements;
import io.podium.scheduler.Snapshot;
import java.util.ArrayList;
import java.util.List;

/** Keeps a pod off nodes short of what it requests. */
public final class ResourceFit implements FilterPlugin {

    /** The only one is as good as another. */
    public ResourceFit() {}

    @Override
    public boolean concerns(PodRequirements pod) {
        return true; // each pod takes the place of one
    }

    @Override
    public boolean passes(PodRequirements pod, Snapshot nodes, int index) {
        return nodes.freePods(index) > 0
                && fits(pod.milliCpu(), nodes.freeMilliCpu(index))
                && fits(pod.bytes(), nodes.freeBytes(index))
                && fits(pod.ephemeralBytes(), nodes.freeEphemeralBytes(index))
                && (pod.extended().isEmpty() || fitsExtended(pod, nodes, index));
    }

    private static boolean fits(long requested, long free) {
        return requested == 0 || requested <= free;
    }

    private static boolean fitsExtended(PodRequirements pod, Snapshot nodes, int index) {
        for (var request : pod.extended().entrySet()) {
            if (request.getValue() > nodes.freeExtended(request.getKey(), index)) {
                return false;
            }
        }
        return true;
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

    @Override
    public boolean isUnresolvable(PodRequirements pod, Snapshot nodes, int index) {
        return pod.milliCpu() > nodes.allocatable("cpu", index).milliValue()
                || pod.bytes() > nodes.allocatable("memory", index).value()
                || pod.ephemeralBytes()
                        > nodes.allocatable("ephemeral-storage", index).value()
                || pod.extended().entrySet().stream()
                        .anyMatch(request -> request.getValue()
                                > nodes.allocatable(request.getKey(), index).value());
    }

    private static void addIfShort(String resource, long requested, long free, List<String> reasons) {
        if (requested > 0 && requested > free) {
            reasons.add("Insufficient " + resource);
        }
    }
}
