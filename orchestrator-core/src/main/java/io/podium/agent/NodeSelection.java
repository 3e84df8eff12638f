package io.podium.agent;

import io.podium.api.core.Node;
import io.podium.api.core.NodeSelectorTerm;
import io.podium.api.core.NodeSelectors;
import io.podium.api.core.Pod;
import java.util.List;

/** Whether a pod's node selector and required node affinity select a node. */
final class NodeSelection {
    private NodeSelection() {}

    /** Whether the pod is choosy at all. */
    static boolean isAny(Pod pod) {
        return !pod.spec().nodeSelector().isEmpty() || !terms(pod).isEmpty();
    }

    static boolean selects(Pod pod, Node node) {
        var labels = node.metadata().labels();
        for (var wanted : pod.spec().nodeSelector().entrySet()) {
            if (!wanted.getValue().equals(labels.get(wanted.getKey()))) {
                return false;
            }
        }
        var terms = terms(pod);
        return terms.isEmpty() || terms.stream().anyMatch(term -> NodeSelectors.matches(term, node));
    }

    private static List<NodeSelectorTerm> terms(Pod pod) {
        var affinity = pod.spec().affinity();
        if (affinity == null || affinity.nodeAffinity() == null) {
            return List.of();
        }
        var required = affinity.nodeAffinity().requiredDuringSchedulingIgnoredDuringExecution();
        return required == null ? List.of() : required.nodeSelectorTerms();
    }
}
