package io.podium.scheduler.plugin;

import io.podium.api.core.Node;
import io.podium.api.core.NodeSelectorRequirement;
import io.podium.api.core.NodeSelectorTerm;
import io.podium.scheduler.PodRequirements.Placement;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        return affinity == null || affinity.nodeSelectorTerms().stream().anyMatch(term -> matches(term, node));
    }

    @Override
    public String reason() {
        return "node(s) didn't match Pod's node affinity/selector";
    }

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
