package io.podium.apiserver.rules.pod;

import io.podium.api.core.Affinity;
import io.podium.api.core.Pod;
import io.podium.api.core.PodAffinityTerm;
import io.podium.api.core.TopologySpreadConstraint;
import io.podium.api.core.WeightedPodAffinityTerm;
import io.podium.api.meta.LabelSelector;
import io.podium.api.meta.LabelSelectorRequirement;
import io.podium.api.meta.LabelSelectorRequirementBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns {@code matchLabelKeys} and {@code mismatchLabelKeys} of a new pod into requirements on the values that its own labels have. */
final class LabelKeys {
    private final Map<String, String> labels;

    private LabelKeys(Map<String, String> labels) {
        this.labels = labels;
    }

    static Pod merged(Pod pod) {
        var spec = pod.spec();
        if (spec.affinity() == null && spec.topologySpreadConstraints().isEmpty()) {
            return pod;
        }
        var keys = new LabelKeys(pod.metadata().labels());
        var spread = Copies.of(spec.topologySpreadConstraints(), keys::merged);
        var affinity = spec.affinity() == null ? null : keys.merged(spec.affinity());
        return spread == spec.topologySpreadConstraints() && affinity == spec.affinity()
                ? pod
                : pod.withSpec(spec.withTopologySpreadConstraints(spread).withAffinity(affinity));
    }

    private TopologySpreadConstraint merged(TopologySpreadConstraint constraint) {
        var selector = merged(constraint.labelSelector(), constraint.matchLabelKeys(), "In");
        return selector == constraint.labelSelector() ? constraint : constraint.withLabelSelector(selector);
    }

    private Affinity merged(Affinity affinity) {
        var merged = affinity;
        var pods = affinity.podAffinity();
        if (pods != null) {
            var required = Copies.of(pods.requiredDuringSchedulingIgnoredDuringExecution(), this::merged);
            var preferred = Copies.of(pods.preferredDuringSchedulingIgnoredDuringExecution(), this::merged);
            merged = required == pods.requiredDuringSchedulingIgnoredDuringExecution()
                            && preferred == pods.preferredDuringSchedulingIgnoredDuringExecution()
                    ? merged
                    : merged.withPodAffinity(pods.withRequiredDuringSchedulingIgnoredDuringExecution(required)
                            .withPreferredDuringSchedulingIgnoredDuringExecution(preferred));
        }
        var shunned = affinity.podAntiAffinity();
        if (shunned != null) {
            var required = Copies.of(shunned.requiredDuringSchedulingIgnoredDuringExecution(), this::merged);
            var preferred = Copies.of(shunned.preferredDuringSchedulingIgnoredDuringExecution(), this::merged);
            merged = required == shunned.requiredDuringSchedulingIgnoredDuringExecution()
                            && preferred == shunned.preferredDuringSchedulingIgnoredDuringExecution()
                    ? merged
                    : merged.withPodAntiAffinity(shunned.withRequiredDuringSchedulingIgnoredDuringExecution(required)
                            .withPreferredDuringSchedulingIgnoredDuringExecution(preferred));
        }
        return merged;
    }

    private WeightedPodAffinityTerm merged(WeightedPodAffinityTerm weighted) {
        var term = merged(weighted.podAffinityTerm());
        return term == weighted.podAffinityTerm() ? weighted : weighted.withPodAffinityTerm(term);
    }

    private PodAffinityTerm merged(PodAffinityTerm term) {
        var matched = merged(term.labelSelector(), term.matchLabelKeys(), "In");
        var selector = merged(matched, term.mismatchLabelKeys(), "NotIn");
        return selector == term.labelSelector() ? term : term.withLabelSelector(selector);
    }

    private @Nullable LabelSelector merged(@Nullable LabelSelector selector, List<String> keys, String operator) {
        if (selector == null || keys.isEmpty()) {
            return selector;
        }
        var requirements = new ArrayList<LabelSelectorRequirement>(selector.matchExpressions());
        for (var key : keys) {
            var value = labels.get(key);
            if (value != null) {
                requirements.add(new LabelSelectorRequirementBuilder()
                        .key(key)
                        .operator(operator)
                        .values(List.of(value))
                        .build());
            }
        }
        return requirements.size() == selector.matchExpressions().size()
                ? selector
                : selector.withMatchExpressions(requirements);
    }
}
