package io.podium.agent;

import io.podium.api.core.Node;
import io.podium.api.core.NodeSelectorRequirement;
import io.podium.api.core.NodeSelectorTerm;
import io.podium.api.core.Pod;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        return terms.isEmpty() || terms.stream().anyMatch(term -> matches(term, node));
    }

    private static List<NodeSelectorTerm> terms(Pod pod) {
        var affinity = pod.spec().affinity();
        if (affinity == null || affinity.nodeAffinity() == null) {
            return List.of();
        }
        var required = affinity.nodeAffinity().requiredDuringSchedulingIgnoredDuringExecution();
        return required == null ? List.of() : required.nodeSelectorTerms();
    }

    private static boolean matches(NodeSelectorTerm term, Node node) {
        if (term.matchExpressions().isEmpty() && term.matchFields().isEmpty()) {
            return false;
        }
        return term.matchExpressions().stream()
                        .allMatch(each -> matches(each, node.metadata().labels().get(each.key())))
                && term.matchFields().stream()
                        .allMatch(each -> matches(each, each.key().equals("metadata.name") ? node.name() : null));
    }

    private static boolean matches(NodeSelectorRequirement requirement, @Nullable String value) {
        return switch (requirement.operator()) {
            case "In" -> value != null && requirement.values().contains(value);
            case "NotIn" -> value == null || !requirement.values().contains(value);
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            case "Gt" -> compares(requirement, value) > 0;
            case "Lt" -> compares(requirement, value) < 0;
            default -> false;
        };
    }

    private static int compares(NodeSelectorRequirement requirement, @Nullable String value) {
        try {
            return value == null || requirement.values().size() != 1
                    ? 0
                    : Long.compare(
                            Long.parseLong(value),
                            Long.parseLong(requirement.values().getFirst()));
        } catch (NumberFormatException noNumber) {
            return 0;
        }
    }
}
