package io.podium.scheduler.plugin;

import io.podium.api.core.Node;
import io.podium.api.core.NodeSelectorTerm;
import io.podium.api.core.NodeSelectors;
import io.podium.scheduler.PodRequirements.Placement;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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

    /**
     * The only nodes that can match, if each term of the affinity names its nodes.
     *
     * @param placement what the pod asks for
     * @return their names, none if the terms contradict themselves; empty if a term leaves open which nodes they are
     */
    public static Optional<Set<String>> named(Placement placement) {
        var affinity = placement.affinity();
        if (affinity == null || affinity.nodeSelectorTerms().isEmpty()) {
            return Optional.empty();
        }
        var names = new TreeSet<String>();
        for (var term : affinity.nodeSelectorTerms()) {
            var ofTerm = named(term);
            if (ofTerm.isEmpty()) {
                return Optional.empty();
            }
            names.addAll(ofTerm.get());
        }
        return Optional.of(names);
    }

    private static Optional<Set<String>> named(NodeSelectorTerm term) {
        Set<String> names = null;
        for (var field : term.matchFields()) {
            if (field.key().equals("metadata.name") && field.operator().equals("In")) {
                if (names == null) {
                    names = new TreeSet<>(field.values());
                } else {
                    names.retainAll(field.values());
                }
            }
        }
        return Optional.ofNullable(names);
    }

    @Override
    public String reason() {
        return "node(s) didn't match Pod's node affinity/selector";
    }
}
