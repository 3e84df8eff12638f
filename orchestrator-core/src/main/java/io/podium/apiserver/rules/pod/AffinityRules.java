package io.podium.apiserver.rules.pod;

import io.podium.api.core.Affinity;
import io.podium.api.core.NodeAffinity;
import io.podium.api.core.NodeSelector;
import io.podium.api.core.NodeSelectorRequirement;
import io.podium.api.core.NodeSelectorTerm;
import io.podium.api.core.PodAffinityTerm;
import io.podium.api.core.WeightedPodAffinityTerm;
import io.podium.api.meta.LabelSelector;
import io.podium.apiserver.validation.Formats;
import io.podium.apiserver.validation.LabelSelectors;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks which nodes and which other pods a pod wants or shuns. */
final class AffinityRules {
    private static final int MAX_WEIGHT = 100;
    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
    private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";
    private static final String VALUES = "values";
    private static final String OPERATOR = "operator";

    private AffinityRules() {}

    static void check(@Nullable Affinity affinity, Path path, Problems problems) {
        if (affinity == null) {
            return;
        }
        if (affinity.nodeAffinity() != null) {
            checkNodes(affinity.nodeAffinity(), path.child("nodeAffinity"), problems);
        }
        var pods = affinity.podAffinity();
        if (pods != null) {
            var place = path.child("podAffinity");
            checkTerms(pods.requiredDuringSchedulingIgnoredDuringExecution(), place.child(REQUIRED), problems);
            checkWeighted(pods.preferredDuringSchedulingIgnoredDuringExecution(), place.child(PREFERRED), problems);
        }
        var shunned = affinity.podAntiAffinity();
        if (shunned != null) {
            var place = path.child("podAntiAffinity");
            checkTerms(shunned.requiredDuringSchedulingIgnoredDuringExecution(), place.child(REQUIRED), problems);
            checkWeighted(shunned.preferredDuringSchedulingIgnoredDuringExecution(), place.child(PREFERRED), problems);
        }
    }

    private static void checkNodes(NodeAffinity nodes, Path path, Problems problems) {
        if (nodes.requiredDuringSchedulingIgnoredDuringExecution() != null) {
            checkSelector(nodes.requiredDuringSchedulingIgnoredDuringExecution(), path.child(REQUIRED), problems);
        }
        var preferred = nodes.preferredDuringSchedulingIgnoredDuringExecution();
        for (int i = 0; i < preferred.size(); i++) {
            var place = path.child(PREFERRED).index(i);
            checkWeight(preferred.get(i).weight(), place, problems);
            checkTerm(preferred.get(i).preference(), false, place.child("preference"), problems);
        }
    }

    private static void checkSelector(NodeSelector selector, Path path, Problems problems) {
        var terms = selector.nodeSelectorTerms();
        if (terms.isEmpty()) {
            problems.required(path.child("nodeSelectorTerms"), "must have at least one node selector term");
        }
        for (int i = 0; i < terms.size(); i++) {
            checkTerm(terms.get(i), true, path.child("nodeSelectorTerms").index(i), problems);
        }
    }

    private static void checkTerm(NodeSelectorTerm term, boolean strictValues, Path path, Problems problems) {
        var expressions = term.matchExpressions();
        for (int i = 0; i < expressions.size(); i++) {
            checkExpression(
                    expressions.get(i),
                    strictValues,
                    path.child("matchExpressions").index(i),
                    problems);
        }
        var fields = term.matchFields();
        for (int i = 0; i < fields.size(); i++) {
            checkField(fields.get(i), path.child("matchFields").index(i), problems);
        }
    }

    private static void checkExpression(
            NodeSelectorRequirement requirement, boolean strictValues, Path path, Problems problems) {
        var values = requirement.values();
        switch (requirement.operator()) {
            case "In", "NotIn" -> {
                if (values.isEmpty()) {
                    problems.required(path.child(VALUES), "must be specified when `operator` is 'In' or 'NotIn'");
                }
            }
            case "Exists", "DoesNotExist" -> {
                if (!values.isEmpty()) {
                    problems.forbidden(
                            path.child(VALUES), "may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
                }
            }
            case "Gt", "Lt" -> {
                if (values.size() != 1) {
                    problems.required(
                            path.child(VALUES), "must be specified single value when `operator` is 'Lt' or 'Gt'");
                }
            }
            default -> problems.invalid(path.child(OPERATOR), requirement.operator(), "not a valid selector operator");
        }
        problems.invalidAll(path.child("key"), requirement.key(), Formats.qualifiedName(requirement.key()));
        for (int i = 0; strictValues && i < values.size(); i++) {
            problems.invalidAll(path.child(VALUES).index(i), values.get(i), Formats.labelValue(values.get(i)));
        }
    }

    private static void checkField(NodeSelectorRequirement requirement, Path path, Problems problems) {
        var values = requirement.values();
        if (!requirement.operator().equals("In") && !requirement.operator().equals("NotIn")) {
            problems.invalid(path.child(OPERATOR), requirement.operator(), "not a valid selector operator");
        } else if (values.size() != 1) {
            problems.required(
                    path.child(VALUES),
                    "must be only one value when `operator` is 'In' or 'NotIn' for node field selector");
        }
        if (!requirement.key().equals("metadata.name")) {
            problems.invalid(path.child("key"), requirement.key(), "not a valid field selector key");
            return;
        }
        for (int i = 0; i < values.size(); i++) {
            problems.invalidAll(path.child(VALUES).index(i), values.get(i), Formats.dns1123Subdomain(values.get(i)));
        }
    }

    private static void checkTerms(List<PodAffinityTerm> terms, Path path, Problems problems) {
        for (int i = 0; i < terms.size(); i++) {
            checkTerm(terms.get(i), path.index(i), problems);
        }
    }

    private static void checkWeighted(List<WeightedPodAffinityTerm> terms, Path path, Problems problems) {
        for (int i = 0; i < terms.size(); i++) {
            checkWeight(terms.get(i).weight(), path.index(i), problems);
            checkTerm(terms.get(i).podAffinityTerm(), path.index(i).child("podAffinityTerm"), problems);
        }
    }

    private static void checkWeight(int weight, Path path, Problems problems) {
        if (weight < 1 || weight > MAX_WEIGHT) {
            problems.invalid(path.child("weight"), weight, "must be in the range 1-100");
        }
    }

    private static void checkTerm(PodAffinityTerm term, Path path, Problems problems) {
        LabelSelectors.check(term.labelSelector(), path.child("labelSelector"), problems);
        LabelSelectors.check(term.namespaceSelector(), path.child("namespaceSelector"), problems);
        for (int i = 0; i < term.namespaces().size(); i++) {
            var namespace = term.namespaces().get(i);
            problems.invalidAll(path.child("namespace"), namespace, Formats.dns1123Label(namespace));
        }
        checkKeys(term.matchLabelKeys(), term.labelSelector(), path.child("matchLabelKeys"), problems);
        checkKeys(term.mismatchLabelKeys(), term.labelSelector(), path.child("mismatchLabelKeys"), problems);
        for (int i = 0; i < term.mismatchLabelKeys().size(); i++) {
            var key = term.mismatchLabelKeys().get(i);
            if (term.matchLabelKeys().contains(key)) {
                problems.invalid(
                        path.child("mismatchLabelKeys").index(i),
                        key,
                        "exists in both matchLabelKeys and mismatchLabelKeys");
            }
        }
        if (term.topologyKey().isEmpty()) {
            problems.required(path.child("topologyKey"), "can not be empty");
        }
        problems.invalidAll(path.child("topologyKey"), term.topologyKey(), Formats.qualifiedName(term.topologyKey()));
    }

    /** Checks keys of the pod's own labels. A selector has each of them once: from the pod's label. */
    static void checkKeys(List<String> keys, @Nullable LabelSelector selector, Path path, Problems problems) {
        if (keys.isEmpty()) {
            return;
        }
        if (selector == null) {
            problems.forbidden(path, "must not be specified when labelSelector is not set");
            return;
        }
        for (int i = 0; i < keys.size(); i++) {
            var key = keys.get(i);
            problems.invalidAll(path.index(i), key, Formats.qualifiedName(key));
            long said = selector.matchExpressions().stream()
                    .filter(each -> each.key().equals(key))
                    .count();
            if (said + (selector.matchLabels().containsKey(key) ? 1 : 0) > 1) {
                problems.invalid(path.index(i), key, "exists in both matchLabelKeys and labelSelector");
            }
        }
    }
}
