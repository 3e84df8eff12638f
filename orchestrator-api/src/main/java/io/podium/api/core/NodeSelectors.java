package io.podium.api.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether nodes match what pods select (Kubernetes: Assigning Pods to Nodes). */
public final class NodeSelectors {
    private NodeSelectors() {}

    /**
     * Whether a node matches a term: all its expressions, and at least one.
     *
     * @param term the term
     * @param node the node
     * @return true if it matches
     */
    public static boolean matches(NodeSelectorTerm term, Node node) {
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
            case "Gt" -> compares(value, requirement.values(), 1);
            case "Lt" -> compares(value, requirement.values(), -1);
            default -> false;
        };
    }

    private static boolean compares(@Nullable String value, List<String> bounds, int sign) {
        if (value == null || bounds.size() != 1) {
            return false;
        }
        try {
            return Integer.signum(Long.compare(Long.parseLong(value), Long.parseLong(bounds.getFirst()))) == sign;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
